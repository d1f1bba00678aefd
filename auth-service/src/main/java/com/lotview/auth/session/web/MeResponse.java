package com.lotview.auth.session.web;

import com.lotview.auth.account.Account;
import com.lotview.auth.account.Dealership;
import java.util.UUID;

/** The person and the dealership. */
record MeResponse(
    UUID id, String email, String firstName, String lastName, String role, Dealership dealership) {

  static MeResponse of(Account person) {
    return new MeResponse(
        person.id(),
        person.email(),
        person.firstName(),
        person.lastName(),
        person.role().name(),
        person.dealership());
  }
}
