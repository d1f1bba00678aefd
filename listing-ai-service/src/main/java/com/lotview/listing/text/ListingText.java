package com.lotview.listing.text;

/** A title and a description that have not been checked yet. */
public record ListingText(String title, String description) {}
