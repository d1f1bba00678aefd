package com.lotview.sandbox.api;

import com.lotview.sandbox.http.Handler;
import com.lotview.sandbox.http.Request;
import com.lotview.sandbox.http.Response;
import com.lotview.sandbox.ledger.FormSessions;

/** The form's sign of life, and its good-bye with {@code end=1}. */
public final class Presence implements Handler {
  private final FormSessions sessions;

  /** Notes into these sessions. */
  public Presence(FormSessions sessions) {
    this.sessions = sessions;
  }

  @Override
  public Response handle(Request request) {
    boolean end = request.query("end").isPresent();
    request.query("form").ifPresent(form -> sessions.seen(form, end));
    return Response.empty();
  }
}
