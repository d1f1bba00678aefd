package com.lotview.posting.posting.model;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A listing that was seen live, by the site's own id and address. */
public record LiveListing(@Nullable String id, @Nullable String url, Instant postedAt) {}
