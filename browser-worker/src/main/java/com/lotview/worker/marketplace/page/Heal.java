package com.lotview.worker.marketplace.page;

/**
 * A missing label and its replacement. Never for a field where a wrong value does harm.
 *
 * @param field our name of it
 * @param wanted the expected kind and labels
 * @param used the kind, and the name or position in the form
 * @param score from 0 to 1, how well the replacement fits
 */
public record Heal(String field, String wanted, String used, double score) {}
