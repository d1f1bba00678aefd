package com.lotview.worker.browser.proxy.process;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * One connection of the browser: a tunnel, or one plain request. A plain connection closes after
 * its response, so that requests cannot be mixed up; real sites use tunnels.
 */
final class Visit implements Runnable {

  private final Socket client;
  private final Orders orders;
  private final Way way;
  private final Gate gate;
  private boolean answered;

  Visit(Socket client, Orders orders, Way way, Gate gate) {
    this.client = client;
    this.orders = orders;
    this.way = way;
    this.gate = gate;
  }

  @Override
  public void run() {
    try (client) {
      client.setTcpNoDelay(true);
      InputStream in = new BufferedInputStream(client.getInputStream());
      Head request = Head.read(in);
      if (request.word(0).equals("CONNECT")) {
        tunnel(request, in);
      } else {
        plain(request, in);
      }
    } catch (IOException gone) {
      // Browser and site may close the connection at any time.
    }
  }

  private void tunnel(Head request, InputStream in) throws IOException {
    String target = request.word(1);
    int colon = target.lastIndexOf(':');
    String host = bare(target.substring(0, Math.max(colon, 0)));
    if (colon < 1 || orders.denies(host) || !gate.admits(host)) {
      answer("403 Forbidden");
      return;
    }
    try (Socket server = way.tunnel(host, Integer.parseInt(target.substring(colon + 1)))) {
      answer("200 Connection established");
      new Tunnel(client, server, host, gate).join(in);
    } catch (IOException | Refused | NumberFormatException unreachable) {
      refuse(host, unreachable);
    }
  }

  private void plain(Head request, InputStream in) throws IOException {
    URI target = address(request.word(1));
    String host = target == null ? null : target.getHost();
    if (target == null || host == null || orders.denies(host)) {
      answer("403 Forbidden");
      return;
    }
    int port = target.getPort() > 0 ? target.getPort() : 80;
    try (Socket server = way.connect(bare(host), port)) {
      Head sent = request.lastOfItsConnection();
      server.getOutputStream().write((way.isProxy() ? way.authorized(sent) : direct(sent)).bytes());
      Thread.ofVirtual().start(() -> copy(in, server));
      give(new BufferedInputStream(server.getInputStream()));
    } catch (IOException unreachable) {
      refuse(host, unreachable);
    }
  }

  /** The response, marked as the last of its connection; interim responses stay unchanged. */
  private void give(InputStream from) throws IOException {
    OutputStream to = client.getOutputStream();
    Head answer = Head.read(from);
    while (answer.word(1).startsWith("1")) {
      to.write(answer.bytes());
      answer = Head.read(from);
    }
    answered = true;
    to.write(answer.lastOfItsConnection().bytes());
    from.transferTo(to);
    to.flush();
  }

  /** The request for a site, without the site's address. */
  private static Head direct(Head request) {
    String address = request.word(1);
    int path = address.indexOf('/', "http://".length());
    return request.withFirst(
        request.word(0) + " " + (path < 0 ? "/" : address.substring(path)) + " " + request.word(2));
  }

  /** Only the host; the rest of the address is not used. */
  private static @Nullable URI address(String target) {
    if (!target.startsWith("http://")) {
      return null;
    }
    String rest = target.substring("http://".length());
    int end = 0;
    while (end < rest.length() && "/?#".indexOf(rest.charAt(end)) < 0) {
      end++;
    }
    try {
      return URI.create("http://" + rest.substring(0, end) + "/");
    } catch (IllegalArgumentException unreadable) {
      return null;
    }
  }

  private static String bare(String host) {
    return host.startsWith("[") && host.endsWith("]") ? host.substring(1, host.length() - 1) : host;
  }

  private static void copy(InputStream in, Socket server) {
    try {
      in.transferTo(server.getOutputStream());
      server.shutdownOutput();
    } catch (IOException closed) {
      // The other direction reports it.
    }
  }

  private void refuse(String host, Exception why) throws IOException {
    if (!answered) {
      System.err.println(host + ": " + why.getMessage());
      answer("502 Bad Gateway");
    }
  }

  private void answer(String status) throws IOException {
    answered = true;
    String end = status.startsWith("2") ? "" : "Content-Length: 0\r\nConnection: close\r\n";
    String text = "HTTP/1.1 " + status + "\r\n" + end + "\r\n";
    client.getOutputStream().write(text.getBytes(StandardCharsets.ISO_8859_1));
    client.getOutputStream().flush();
  }
}
