package com.lotview.sandbox.control;

import com.lotview.sandbox.fault.Fault;
import com.lotview.sandbox.fault.FaultKind;
import com.lotview.sandbox.fault.Faults;
import com.lotview.sandbox.fault.FormHook;
import com.lotview.sandbox.fault.Moment;
import com.lotview.sandbox.http.BadRequest;
import com.lotview.sandbox.http.Json;
import com.lotview.sandbox.http.Request;
import com.lotview.sandbox.http.Response;
import java.io.IOException;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Switching troubles on and off. */
final class FaultControl {
  private final Faults faults;

  /** The body of POST /__faults. */
  record Order(
      @Nullable String kind,
      @Nullable String account,
      @Nullable String at,
      @Nullable Integer times,
      @Nullable Double seconds,
      @Nullable Boolean stays,
      @Nullable String field,
      @Nullable String text) {}

  FaultControl(Faults faults) {
    this.faults = faults;
  }

  Response add(Request request) throws IOException {
    Order order = Json.read(request.text(), Order.class);
    if (order.kind() == null) {
      throw new BadRequest("kind is needed");
    }
    FaultKind kind = FaultKind.of(order.kind());
    int times = Objects.requireNonNullElse(order.times(), 1);
    double seconds = Objects.requireNonNullElse(order.seconds(), 0.0);
    if (times < 1 || seconds < 0 || (kind.timed() && seconds == 0)) {
      throw new BadRequest("times from 1, seconds above 0 where the kind takes them");
    }
    Moment at = order.at() == null ? null : Moment.of(order.at());
    if (at != null && !kind.strikesAt(at)) {
      throw new BadRequest(kind.wireName() + " cannot be kept for " + at.wireName());
    }
    if (kind.ofAField() && (order.field() == null || !FormHook.knows(order.field()))) {
      throw new BadRequest(kind.wireName() + " needs the field of a label");
    }
    if (kind == FaultKind.LABEL_RENAMED && order.text() == null) {
      throw new BadRequest(kind.wireName() + " needs a text");
    }
    boolean stays = Objects.requireNonNullElse(order.stays(), false);
    faults.add(
        new Fault(kind, order.account(), at, times, seconds, stays, order.field(), order.text()));
    return list(request);
  }

  Response list(Request request) {
    return Response.json(200, Map.of("faults", faults.all()));
  }

  Response clear(Request request) {
    faults.clear();
    return Response.empty();
  }
}
