package com.lotview.sandbox.control;

import com.lotview.sandbox.http.BadRequest;
import com.lotview.sandbox.http.Json;
import com.lotview.sandbox.http.Request;
import com.lotview.sandbox.http.Response;
import com.lotview.sandbox.variant.Choice;
import com.lotview.sandbox.variant.Choices;
import java.io.IOException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Sets which variants of its pages the site shows. */
final class ChoiceControl {
  private final Choices choices;

  /** The body of POST /__choices. */
  record Order(@Nullable String choice, @Nullable String value, @Nullable String account) {}

  ChoiceControl(Choices choices) {
    this.choices = choices;
  }

  Response settle(Request request) throws IOException {
    Order order = Json.read(request.text(), Order.class);
    if (order.choice() == null || order.value() == null) {
      throw new BadRequest("choice and value are needed");
    }
    Choice choice = Choice.of(order.choice());
    choices.settle(new Choices.Settled(choice, order.value(), order.account()));
    return list(request);
  }

  Response list(Request request) {
    Map<String, Object> known =
        Arrays.stream(Choice.values())
            .collect(
                Collectors.toMap(Choice::wireName, Choice::faces, (a, b) -> a, LinkedHashMap::new));
    return Response.json(200, Map.of("known", known, "settled", choices.settled()));
  }

  Response clear(Request request) {
    choices.clear();
    return Response.empty();
  }
}
