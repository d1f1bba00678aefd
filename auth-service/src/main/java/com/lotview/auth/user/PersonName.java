package com.lotview.auth.user;

import java.util.UUID;

/** Who acts in a dealership, by the id that other services keep: a person, or an API key. */
public record PersonName(UUID id, String name) {}
