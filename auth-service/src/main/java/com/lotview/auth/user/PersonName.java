package com.lotview.auth.user;

import java.util.UUID;

/** The name of a person or an API key, by the id that other services store. */
public record PersonName(UUID id, String name) {}
