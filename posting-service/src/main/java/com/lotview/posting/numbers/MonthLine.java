package com.lotview.posting.numbers;

import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The month of one person, account or vehicle.
 *
 * @param posted listings that went live
 * @param failed postings that ended without one, by the code of the cause
 * @param medianSeconds from the moment for which it was ordered until it was live; null: none was
 * @param medianDaysOnLot from the day the vehicle came to the lot until it was live; null: not
 *     known of any
 */
public record MonthLine(
    UUID id,
    long posted,
    Map<String, Long> failed,
    @Nullable Long medianSeconds,
    @Nullable Long medianDaysOnLot) {}
