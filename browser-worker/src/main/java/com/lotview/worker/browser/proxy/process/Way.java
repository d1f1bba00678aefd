package com.lotview.worker.browser.proxy.process;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.util.List;

/** The way to the site: directly, or through the upstream proxy. */
final class Way {

  private static final int CONNECT_MILLIS = 10_000;
  private static final int TRIAL_MILLIS = 15_000;

  private final Orders orders;

  Way(Orders orders) {
    this.orders = orders;
  }

  /** Whether requests go to a proxy. */
  boolean isProxy() {
    return !orders.upstream().isEmpty();
  }

  /** A connection for requests to the host, or to the upstream proxy. */
  Socket connect(String host, int port) throws IOException {
    if (!isProxy()) {
      return socket(host, port);
    }
    int colon = orders.upstream().lastIndexOf(':');
    return socket(
        orders.upstream().substring(0, colon),
        Integer.parseInt(orders.upstream().substring(colon + 1)));
  }

  private static Socket socket(String host, int port) throws IOException {
    Socket socket = new Socket();
    try {
      socket.setTcpNoDelay(true);
      socket.connect(new InetSocketAddress(host, port), CONNECT_MILLIS);
      return socket;
    } catch (IOException unreachable) {
      socket.close();
      throw new IOException("it cannot be reached (" + unreachable.getMessage() + ")", unreachable);
    }
  }

  /** A connection to the host itself. */
  Socket tunnel(String host, int port) throws IOException, Refused {
    Socket socket = connect(host, port);
    try {
      if (isProxy()) {
        String target = host + ":" + port;
        socket
            .getOutputStream()
            .write(
                authorized(new Head("CONNECT " + target + " HTTP/1.1", List.of("Host: " + target)))
                    .bytes());
        agreed(Head.read(socket.getInputStream()));
      }
      return socket;
    } catch (IOException | Refused failure) {
      socket.close();
      throw failure;
    }
  }

  Head authorized(Head request) {
    return orders.authorization().isEmpty()
        ? request
        : request.with("Proxy-Authorization: " + orders.authorization());
  }

  private static void agreed(Head answer) throws Refused {
    String status = answer.word(1);
    if (status.equals("407")) {
      throw new Refused("it refuses the user name or the password (407)");
    }
    if (!status.startsWith("2")) {
      throw new Refused("it answers " + answer.first());
    }
  }

  /** Tries the way with a page of the site, without reading the page. */
  void check() throws IOException, Refused {
    if (!isProxy() || orders.trial().isEmpty()) {
      return;
    }
    URI page = URI.create(orders.trial());
    boolean secure = "https".equals(page.getScheme());
    int port = page.getPort() > 0 ? page.getPort() : secure ? 443 : 80;
    if (secure) {
      tunnel(page.getHost(), port).close();
      return;
    }
    try (Socket socket = connect(page.getHost(), port)) {
      socket.setSoTimeout(TRIAL_MILLIS);
      String line = "HEAD " + page + " HTTP/1.1";
      Head head = new Head(line, List.of("Host: " + page.getAuthority())).lastOfItsConnection();
      socket.getOutputStream().write(authorized(head).bytes());
      InputStream in = new BufferedInputStream(socket.getInputStream());
      Head answer = Head.read(in);
      // The site may give any answer; a proxy that cannot reach it gives one of these.
      if (List.of("407", "502", "503", "504").contains(answer.word(1))) {
        agreed(answer);
      }
    }
  }
}
