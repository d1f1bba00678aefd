package com.lotview.posting.posting.model;

/**
 * A written listing.
 *
 * @param description without the reference line
 * @param writer who wrote it: {@code claude} or {@code built-in}
 */
public record ListingText(String title, String description, String writer) {}
