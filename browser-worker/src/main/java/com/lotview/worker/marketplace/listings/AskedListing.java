package com.lotview.worker.marketplace.listings;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A listing of which a survey is to say how it stands.
 *
 * @param title as the site makes it
 * @param price last known price, in whole units of the currency
 * @param since the day on which it was published
 */
public record AskedListing(String id, String title, @Nullable Long price, LocalDate since) {}
