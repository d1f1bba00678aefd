package com.lotview.notification.person;

import java.util.UUID;

/**
 * What is known of a person.
 *
 * @param role its name; one that this version does not know permits nothing
 * @param active whether the person can sign in
 */
public record UserChanged(UUID userId, UUID dealershipId, String role, boolean active) {}
