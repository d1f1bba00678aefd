package com.lotview.posting.bulk;

/**
 * How far a bulk order is.
 *
 * @param completed live, or live until it was removed
 * @param failed ended without a listing, or cancelled
 */
public record Tally(int total, int completed, int failed) {}
