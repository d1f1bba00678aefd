package com.lotview.kit.outside;

import java.net.URI;
import org.springframework.http.HttpHeaders;

/** What an address answered. */
public final class OutsideAnswer {
  private final URI address;
  private final int status;
  private final HttpHeaders headers;
  private final byte[] body;
  private final boolean complete;

  OutsideAnswer(URI address, int status, HttpHeaders headers, byte[] body, boolean complete) {
    this.address = address;
    this.status = status;
    this.headers = headers;
    this.body = body;
    this.complete = complete;
  }

  /** The address that answered: the last one, if redirects were followed. */
  public URI address() {
    return address;
  }

  public int status() {
    return status;
  }

  /** Whether the status is one of success, 200 to 299. */
  public boolean succeeded() {
    return status >= 200 && status < 300;
  }

  public HttpHeaders headers() {
    return headers;
  }

  /** At most as many bytes as were wanted. */
  public byte[] body() {
    return body.clone();
  }

  /** False if the body has more bytes than were wanted. */
  public boolean complete() {
    return complete;
  }
}
