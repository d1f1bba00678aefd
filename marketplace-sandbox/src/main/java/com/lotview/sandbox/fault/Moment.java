package com.lotview.sandbox.fault;

import com.fasterxml.jackson.annotation.JsonValue;
import com.lotview.sandbox.http.BadRequest;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** Points of a visit at which a trouble can strike. */
public enum Moment {
  /** The login page is asked for. */
  LOGIN,
  /** The start page is asked for. */
  HOME,
  /** The form is asked for, for a new listing or an edit. */
  FORM,
  /** "Your listings" is asked for. */
  SELLING,
  /** A picture is uploaded. */
  PHOTOS,
  /** Step 2 asks for its data, after Next. */
  NEXT,
  /** The request of Publish comes. */
  PUBLISH,
  /** The request of Delete comes. */
  DELETE,
  /** The request of "Mark as sold" or "Mark as available" comes. */
  SOLD,
  /** The request of Renew comes. */
  RENEW,
  /** The request of Update comes. */
  UPDATE;

  /** The name in the control interface. */
  @JsonValue
  public String wireName() {
    return name().toLowerCase(Locale.ROOT);
  }

  /**
   * The moment of that name.
   *
   * @throws BadRequest when there is none
   */
  public static Moment of(String wireName) {
    return Arrays.stream(values())
        .filter(moment -> moment.wireName().equals(wireName))
        .findFirst()
        .orElseThrow(() ->
            new BadRequest(
                "unknown moment '"
                    + wireName
                    + "'; known: "
                    + Arrays.stream(values())
                        .map(Moment::wireName)
                        .collect(Collectors.joining(", "))));
  }
}
