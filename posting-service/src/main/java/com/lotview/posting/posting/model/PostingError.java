package com.lotview.posting.posting.model;

import org.jspecify.annotations.Nullable;

/**
 * Why an attempt did not succeed.
 *
 * @param field the form's field that stopped it, if it was one
 */
public record PostingError(@Nullable String code, String message, @Nullable String field) {}
