package com.lotview.sandbox.http;

import java.io.IOException;

/** Answers one kind of request. Called on a virtual thread; may block. */
@FunctionalInterface
public interface Handler {
  /**
   * Answers the request.
   *
   * @throws BadRequest when the caller sent something unusable; it becomes a 400 with the reason
   */
  Response handle(Request request) throws IOException;
}
