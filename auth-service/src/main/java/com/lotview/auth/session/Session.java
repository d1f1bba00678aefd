package com.lotview.auth.session;

import com.lotview.auth.account.Account;

/** A person signed in: what the client gets to hold. */
public record Session(String accessToken, String refreshToken, Account person) {

  @Override
  public String toString() {
    return "Session[person=" + person + "]";
  }
}
