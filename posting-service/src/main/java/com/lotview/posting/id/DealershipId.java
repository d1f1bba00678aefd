package com.lotview.posting.id;

import java.util.UUID;

/** Names a dealership where other ids stand beside it. */
public record DealershipId(UUID value) {
  @Override
  public String toString() {
    return value.toString();
  }
}
