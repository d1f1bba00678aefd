package com.lotview.worker.marketplace.page;

/**
 * A difference between a live listing and its order.
 *
 * @param field our name of the field; {@code photos} is the number of pictures
 * @param found what the site shows; empty if it shows nothing
 */
public record Difference(String field, String wanted, String found) {}
