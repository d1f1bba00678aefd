package com.lotview.posting.id;

import java.util.UUID;

/** Names a Facebook account where other ids stand beside it. */
public record FbAccountId(UUID value) {
  @Override
  public String toString() {
    return value.toString();
  }
}
