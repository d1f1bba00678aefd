package com.lotview.auth.session;

import com.lotview.auth.account.Account;

/** A signed-in person and the client's tokens. */
public record Session(String accessToken, String refreshToken, Account person) {

  @Override
  public String toString() {
    return "Session[person=" + person + "]";
  }
}
