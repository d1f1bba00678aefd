package com.lotview.auth.session.web;

import org.jspecify.annotations.Nullable;

/** Body of a refresh or a logout; without a token the cookie counts. */
record RefreshRequest(@Nullable String refreshToken) {

  @Override
  public String toString() {
    return "RefreshRequest[***]";
  }
}
