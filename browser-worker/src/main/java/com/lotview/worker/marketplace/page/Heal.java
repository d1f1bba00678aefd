package com.lotview.worker.marketplace.page;

/**
 * A label that was gone, and what was used in its place. Never for a field whose wrong value would
 * hurt.
 *
 * @param field our name of it
 * @param wanted how it was looked for: kind and known labels
 * @param used how it was found: kind, and name or place in the form
 * @param score from 0 to 1, how well the found one fits
 */
public record Heal(String field, String wanted, String used, double score) {}
