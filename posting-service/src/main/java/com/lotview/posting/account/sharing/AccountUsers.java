package com.lotview.posting.account.sharing;

import com.lotview.kit.audit.Audited;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Who may post through an account beside the managers, who always may.
 *
 * @param userIds null: everybody
 */
public record AccountUsers(@Audited @Nullable Set<UUID> userIds) {
  public AccountUsers {
    userIds = userIds == null ? null : Set.copyOf(userIds);
  }
}
