package com.lotview.worker.browser.proxy.process;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * Reads its orders from standard input, so that no secret is in a command line: one line each for
 * denied hosts, upstream proxy, its authorization, and a trial page; empty lines for none. Answers
 * {@link #READY} and its port, or an error, in one line. Later lines are for the {@link Gate}:
 * {@code once HOST} or {@code often}.
 */
public final class ForwarderMain {

  /** Begins the line with its port. */
  public static final String READY = "port ";

  /** The answer to a later line. */
  public static final String DONE = "done";

  /** All classes of the process. */
  public static final List<Class<?>> CLASSES =
      List.of(
          ForwarderMain.class,
          Orders.class,
          Head.class,
          Visit.class,
          Way.class,
          Refused.class,
          Gate.class,
          Tunnel.class);

  private static final int BACKLOG = 200;

  private ForwarderMain() {}

  public static void main(String[] args) throws IOException {
    BufferedReader in =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    Orders orders = Orders.read(in);
    Way way = new Way(orders);
    try {
      way.check();
    } catch (IOException | Refused unusable) {
      System.out.println(unusable.getMessage());
      return;
    }
    try (ServerSocket server =
        new ServerSocket(0, BACKLOG, InetAddress.getByAddress(new byte[] {127, 0, 0, 1}))) {
      System.out.println(READY + server.getLocalPort());
      Gate gate = new Gate();
      Thread.ofPlatform().daemon().start(() -> obey(in, gate));
      while (true) {
        Socket client = server.accept();
        Thread.ofVirtual().start(() -> new Visit(client, orders, way, gate).run());
      }
    }
  }

  /** Each later line is for the gate; the answer confirms it. */
  private static void obey(BufferedReader in, Gate gate) {
    try {
      for (String order = in.readLine(); order != null; order = in.readLine()) {
        gate.obey(order);
        System.out.println(DONE);
      }
    } catch (IOException ended) {
      // The worker has ended; a sweep kills this process.
    }
  }
}
