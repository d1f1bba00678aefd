package com.lotview.listing.text;

/** A title and a description; nothing says yet that they may be used. */
public record ListingText(String title, String description) {}
