package com.lotview.notification.person;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a person.
 *
 * @param role its name; one that this version does not know permits nothing
 * @param active whether the person can sign in
 * @param erased whether everything of the person is to be deleted; null in older events: no
 */
public record UserChanged(
    UUID userId, UUID dealershipId, String role, boolean active, @Nullable Boolean erased) {

  /** Whether everything of the person is to be deleted. */
  public boolean isErased() {
    return Boolean.TRUE.equals(erased);
  }
}
