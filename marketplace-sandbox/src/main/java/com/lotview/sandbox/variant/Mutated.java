package com.lotview.sandbox.variant;

import java.util.List;
import java.util.Map;
import tools.jackson.databind.node.ObjectNode;

/**
 * A variant after its mutation.
 *
 * @param seed what the changes were drawn from; 0 for none
 * @param variant the variant as it is now
 * @param pages what the scripts of the pages must draw differently
 * @param changes what was changed, one sentence each
 * @param postable false when the form cannot be filled without guessing
 * @param missing optional fields that the form lost
 * @param absent by field, options that its list lost
 */
public record Mutated(
    long seed,
    Variant variant,
    ObjectNode pages,
    List<String> changes,
    boolean postable,
    List<String> missing,
    Map<String, List<String>> absent) {}
