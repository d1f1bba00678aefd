package com.lotview.sandbox.page;

import com.lotview.sandbox.http.Handler;
import com.lotview.sandbox.http.Request;
import com.lotview.sandbox.http.Response;

/** The captcha, and the frame inside it. */
public final class CaptchaPage implements Handler {
  private final Shell shell;

  /** The page. */
  public CaptchaPage(Shell shell) {
    this.shell = shell;
  }

  @Override
  public Response handle(Request request) {
    return shell.page(shell.strangers("captcha", null));
  }

  /** The content of the frame. */
  public static Response frame(Request request) {
    return Response.html(
        200,
        """
        <!doctype html><html lang="en"><head><meta charset="utf-8"><title>reCAPTCHA</title></head>
        <body><span role="checkbox" aria-checked="false" tabindex="0" id="recaptcha-anchor"
          aria-labelledby="recaptcha-anchor-label">&#9744;</span>
        <label id="recaptcha-anchor-label">I'm not a robot</label></body></html>
        """);
  }
}
