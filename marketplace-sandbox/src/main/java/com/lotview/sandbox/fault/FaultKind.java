package com.lotview.sandbox.fault;

import com.fasterxml.jackson.annotation.JsonValue;
import com.lotview.sandbox.http.BadRequest;
import java.util.Arrays;
import java.util.stream.Collectors;

/** The troubles that can be switched on. */
public enum FaultKind {
  /** The listing is created, then the create request is answered with an error. */
  PUBLISH_ACCEPT_THEN_500("publish.acceptThen500"),
  /** The listing is created, then the connection breaks inside the answer. */
  PUBLISH_ACCEPT_THEN_RESET("publish.acceptThenReset"),
  /** The page sends its create request only some seconds after the click. */
  PUBLISH_DELAY_SECONDS("publish.delaySeconds"),
  /** The create request is refused and nothing is created. */
  PUBLISH_REFUSE("publish.refuse"),
  /** The session ends at the account's next page or request. */
  SESSION_LOGGED_OUT("session.loggedOut"),
  /** Marketplace pages lead to the security check. */
  CHECKPOINT("checkpoint");

  private final String wireName;

  FaultKind(String wireName) {
    this.wireName = wireName;
  }

  /** The name in the control interface. */
  @JsonValue
  public String wireName() {
    return wireName;
  }

  /**
   * The kind of that name.
   *
   * @throws BadRequest when there is none
   */
  public static FaultKind of(String wireName) {
    return Arrays.stream(values())
        .filter(kind -> kind.wireName.equals(wireName))
        .findFirst()
        .orElseThrow(() ->
            new BadRequest(
                "unknown fault '"
                    + wireName
                    + "'; known: "
                    + Arrays.stream(values())
                        .map(FaultKind::wireName)
                        .collect(Collectors.joining(", "))));
  }
}
