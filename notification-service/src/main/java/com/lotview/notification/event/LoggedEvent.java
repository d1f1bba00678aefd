package com.lotview.notification.event;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An entry of a dealership's log.
 *
 * @param seq strictly rising by one per dealership
 * @param frame the JSON frame as every socket gets it; made once for all of them
 */
public record LoggedEvent(long seq, @Nullable UUID vehicleId, String frame) {}
