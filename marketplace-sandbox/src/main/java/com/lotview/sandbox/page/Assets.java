package com.lotview.sandbox.page;

import com.lotview.sandbox.http.Handler;
import com.lotview.sandbox.http.Request;
import com.lotview.sandbox.http.Response;
import java.io.IOException;
import java.io.InputStream;

/** Scripts and styles. */
public final class Assets implements Handler {
  @Override
  public Response handle(Request request) throws IOException {
    String name = request.pathParameter(0);
    try (InputStream in = Assets.class.getResourceAsStream("/web/" + name)) {
      if (in == null || !name.matches("[a-z]+\\.(js|css)")) {
        return Response.html(404, "not found");
      }
      String type = name.endsWith(".js") ? "text/javascript" : "text/css";
      return Response.bytes(type + "; charset=utf-8", in.readAllBytes());
    }
  }
}
