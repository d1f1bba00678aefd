package com.lotview.posting.account.sharing;

import com.lotview.kit.audit.Audited;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Who may post through an account, in addition to managers, who always may.
 *
 * @param userIds null: all people
 */
public record AccountUsers(@Audited @Nullable Set<UUID> userIds) {
  public AccountUsers {
    userIds = userIds == null ? null : Set.copyOf(userIds);
  }
}
