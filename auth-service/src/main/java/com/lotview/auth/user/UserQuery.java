package com.lotview.auth.user;

import com.lotview.contracts.Role;
import com.lotview.kit.error.RefusalException;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which users to list.
 *
 * @param states empty: all
 * @param search part of a name or an e-mail
 * @param page from 1
 */
public record UserQuery(
    Set<UserState> states, @Nullable Role role, @Nullable String search, int page, int limit) {
  public static final int MAX_PAGE = 100_000;
  public static final int MAX_LIMIT = 200;
  public static final int MAX_SEARCH = 100;

  public UserQuery {
    // Spring makes null of an empty word between commas.
    if (states.stream().anyMatch(Objects::isNull)) {
      throw RefusalException.invalid("state", "must not be empty");
    }
    states = Set.copyOf(states);
    within("page", page, MAX_PAGE);
    within("limit", limit, MAX_LIMIT);
    if (search != null && search.length() > MAX_SEARCH) {
      throw RefusalException.invalid("search", "must have at most " + MAX_SEARCH + " characters");
    }
  }

  private static void within(String field, int value, int most) {
    if (value < 1 || value > most) {
      throw RefusalException.invalid(field, "must be from 1 to " + most);
    }
  }
}
