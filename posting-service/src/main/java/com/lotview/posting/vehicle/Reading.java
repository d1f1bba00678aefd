package com.lotview.posting.vehicle;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a cell of the vehicle says about a closed set of values, as the inventory service read it.
 * Passed on to the texts and to the worker; no decision is made of it here.
 */
@JsonIgnoreProperties(ignoreUnknown = true)
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Reading(
    @Nullable String value,
    @Nullable List<String> not,
    @Nullable List<String> both,
    String column,
    String cell) {}
