package com.lotview.auth.session.web;

import com.lotview.auth.account.Account;
import com.lotview.auth.session.Session;
import java.util.UUID;

/** Response to a login or a refresh. */
public record SessionResponse(String accessToken, String refreshToken, User user) {

  public static SessionResponse of(Session session) {
    return new SessionResponse(
        session.accessToken(), session.refreshToken(), User.of(session.person()));
  }

  @Override
  public String toString() {
    return "SessionResponse[user=" + user.id() + "]";
  }

  /** The person who signed in. */
  public record User(
      UUID id,
      String email,
      String firstName,
      String lastName,
      String role,
      DealershipName dealership) {

    static User of(Account person) {
      return new User(
          person.id(),
          person.email(),
          person.firstName(),
          person.lastName(),
          person.role().name(),
          new DealershipName(
              person.dealership().id(), person.dealership().name(), person.dealership().slug()));
    }
  }

  /** The dealership, in short. */
  public record DealershipName(UUID id, String name, String slug) {}
}
