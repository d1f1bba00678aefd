package com.lotview.kit.audit;

import org.jspecify.annotations.Nullable;

/**
 * One field that a change touched; values as text in the form of the API, lists with commas.
 *
 * @param field as in the API
 * @param from null: it had no value before
 * @param to null: it has no value now
 */
public record Change(String field, @Nullable String from, @Nullable String to) {}
