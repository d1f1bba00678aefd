package com.lotview.posting.posting.web;

import com.lotview.kit.error.RefusalException;
import com.lotview.posting.posting.submit.OrderChange;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** A change of an order as it is sent: only the fields that it names change. */
final class ChangePostingRequest {
  private static final String TIME = "scheduledFor";
  private static final String PRICE = "price";
  private static final String ACCOUNT = "fbAccountId";
  private static final Set<String> FIELDS = Set.of(TIME, PRICE, ACCOUNT);

  private ChangePostingRequest() {}

  static OrderChange of(ObjectNode body) {
    if (body.isEmpty()) {
      throw RefusalException.invalid("body", "must name scheduledFor, price or fbAccountId");
    }
    for (String name : body.propertyNames()) {
      if (!FIELDS.contains(name)) {
        throw RefusalException.invalid(name, "is not a known field");
      }
    }
    return new OrderChange(
        time(body.get(TIME)), price(body.get(PRICE)), account(body.get(ACCOUNT)));
  }

  private static OrderChange.@Nullable Time time(@Nullable JsonNode sent) {
    if (sent == null) {
      return null;
    }
    try {
      return new OrderChange.Time(sent.isNull() ? null : Instant.parse(sent.asString("")));
    } catch (DateTimeException e) {
      throw RefusalException.invalid(
          TIME, "must be null or a time with its offset, such as 2026-12-01T09:00:00-07:00");
    }
  }

  private static @Nullable Long price(@Nullable JsonNode sent) {
    if (sent == null) {
      return null;
    }
    long cents = sent.isIntegralNumber() && sent.canConvertToLong() ? sent.asLong() : 0;
    if (cents <= 0 || cents > SubmitPostingRequest.MAX_PRICE) {
      throw RefusalException.invalid(
          PRICE, "must be 1 to " + SubmitPostingRequest.MAX_PRICE + " cents");
    }
    return cents;
  }

  private static @Nullable UUID account(@Nullable JsonNode sent) {
    try {
      return sent == null ? null : UUID.fromString(sent.isString() ? sent.asString() : "");
    } catch (IllegalArgumentException e) {
      throw RefusalException.invalid(ACCOUNT, "must be a UUID");
    }
  }
}
