package com.lotview.posting.posting;

import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Names of people and accounts, as far as they are known. */
public record Names(Map<UUID, String> people, Map<UUID, String> accounts) {

  public @Nullable String person(UUID userId) {
    return people.get(userId);
  }

  public @Nullable String account(UUID fbAccountId) {
    return accounts.get(fbAccountId);
  }
}
