package com.lotview.worker.marketplace.page;

/**
 * Where a live listing shows something else than was ordered.
 *
 * @param field our name of it; {@code photos} counts pictures
 * @param found what the site shows; empty if it shows nothing of it
 */
public record Difference(String field, String wanted, String found) {}
