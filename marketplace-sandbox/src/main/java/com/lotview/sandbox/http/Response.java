package com.lotview.sandbox.http;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.core.JacksonException;

/**
 * An answer.
 *
 * @param status the HTTP status
 * @param contentType the type of the body
 * @param headers name and value pairs, in order; a name may repeat
 * @param body the body; empty for none
 * @param cutOff true when the connection is to break in the middle of the answer
 */
@SuppressWarnings("ArrayRecordComponent") // Written out once; never compared or changed.
public record Response(
    int status, String contentType, List<Header> headers, byte[] body, boolean cutOff) {

  /** One header line. */
  public record Header(String name, String value) {}

  /** A page. */
  public static Response html(int status, String text) {
    return new Response(status, "text/html; charset=utf-8", List.of(), utf8(text), false);
  }

  /** Any value as JSON. */
  public static Response json(int status, Object value) {
    try {
      byte[] body = Json.MAPPER.writeValueAsBytes(value);
      return new Response(status, "application/json; charset=utf-8", List.of(), body, false);
    } catch (JacksonException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Bytes with their type. */
  public static Response bytes(String contentType, byte[] body) {
    return new Response(200, contentType, List.of(), body, false);
  }

  /** An empty answer. */
  public static Response empty() {
    return new Response(204, "text/plain", List.of(), new byte[0], false);
  }

  /** Redirects the browser. */
  public static Response redirect(String location) {
    return html(302, "").with("Location", location);
  }

  /** An answer that begins and breaks off, so that the caller cannot know what happened. */
  public static Response brokenOff() {
    // Breaking before the first byte would make a browser send the request again by itself.
    return new Response(200, "application/json", List.of(), utf8("{\"data\":"), true);
  }

  /** The same answer with one more header. */
  public Response with(String name, String value) {
    List<Header> more = new ArrayList<>(headers);
    more.add(new Header(name, value));
    return new Response(status, contentType, List.copyOf(more), body, cutOff);
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
