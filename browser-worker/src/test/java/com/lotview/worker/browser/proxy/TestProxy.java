package com.lotview.worker.browser.proxy;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/** A proxy like a rented one: it requires a user and a password, and supports HTTP and CONNECT. */
public final class TestProxy implements AutoCloseable {

  private final ServerSocket server;
  private final String authorization;
  private final Queue<String> asked = new ConcurrentLinkedQueue<>();

  public TestProxy(String user, String password) throws IOException {
    server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    authorization = new Upstream("h", 1, user, password).authorization();
    Thread.ofVirtual().start(this::serve);
  }

  public int port() {
    return server.getLocalPort();
  }

  /** First lines of the accepted requests. */
  public List<String> asked() {
    return List.copyOf(asked);
  }

  private void serve() {
    try {
      while (true) {
        Socket client = server.accept();
        Thread.ofVirtual().start(() -> pass(client));
      }
    } catch (IOException closed) {
      // The test is over.
    }
  }

  private void pass(Socket client) {
    try (client) {
      InputStream in = client.getInputStream();
      StringBuilder head = new StringBuilder();
      while (head.indexOf("\r\n\r\n") < 0) {
        head.append((char) in.read());
      }
      List<String> lines = head.toString().lines().toList();
      if (!lines.contains("Proxy-Authorization: " + authorization)) {
        write(client, "HTTP/1.1 407 Proxy Authentication Required\r\nContent-Length: 0\r\n\r\n");
        return;
      }
      asked.add(lines.getFirst());
      String[] words = lines.getFirst().split(" ");
      boolean tunnel = words[0].equals("CONNECT");
      URI target = URI.create(tunnel ? "http://" + words[1] : words[1]);
      try (Socket site = new Socket(target.getHost(), target.getPort())) {
        if (tunnel) {
          write(client, "HTTP/1.1 200 OK\r\n\r\n");
        } else {
          String rest = head.substring(head.indexOf("\r\n"));
          write(site, words[0] + " " + target.getRawPath() + " HTTP/1.1" + rest);
        }
        Thread.ofVirtual().start(() -> copy(in, site));
        site.getInputStream().transferTo(client.getOutputStream());
      }
    } catch (IOException gone) {
      // One side has closed.
    }
  }

  private static void copy(InputStream in, Socket to) {
    try {
      in.transferTo(to.getOutputStream());
    } catch (IOException gone) {
      // One side has closed.
    }
  }

  private static void write(Socket to, String text) throws IOException {
    OutputStream out = to.getOutputStream();
    out.write(text.getBytes(StandardCharsets.ISO_8859_1));
    out.flush();
  }

  @Override
  public void close() throws IOException {
    server.close();
  }
}
