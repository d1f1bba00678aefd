package com.lotview.worker.browser.proxy.process;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.time.Duration;

/** One encrypted connection between the browser and a host. */
final class Tunnel {

  private static final int CHUNK_BYTES = 16 * 1024;
  private static final long NEVER = 0;

  private final Socket client;
  private final Socket server;
  private final String host;
  private final Gate gate;

  /** Whether data was sent in a once-only period. */
  private volatile boolean counted;

  /** Whether the browser closed it first. */
  private volatile boolean left;

  /** Since when such data has no answer. */
  private volatile long asked = NEVER;

  Tunnel(Socket client, Socket server, String host, Gate gate) {
    this.client = client;
    this.server = server;
    this.host = host;
    this.gate = gate;
  }

  boolean leads(String to) {
    return host.equals(to);
  }

  /** Whether such data has had no answer for this time. */
  boolean silentFor(Duration time) {
    long since = asked;
    return since != NEVER && System.nanoTime() - since > time.toNanos();
  }

  /** Copies data until one side ends. */
  void join(InputStream in) throws IOException {
    gate.opened(this);
    try {
      Thread up = Thread.ofVirtual().start(() -> up(in));
      down();
      client.shutdownOutput();
      up.join();
    } catch (InterruptedException ended) {
      Thread.currentThread().interrupt();
    } finally {
      gate.ended(this);
    }
  }

  private void up(InputStream in) {
    byte[] chunk = new byte[CHUNK_BYTES];
    try {
      OutputStream out = server.getOutputStream();
      for (int read = sent(in, chunk); read >= 0; read = sent(in, chunk)) {
        if (gate.counts(host)) {
          counted = true;
          asked = asked == NEVER ? System.nanoTime() : asked;
        }
        if (!gate.passes(host)) {
          client.close();
          break;
        }
        out.write(chunk, 0, read);
      }
      server.shutdownOutput();
    } catch (IOException closed) {
      // The other direction reports it.
    }
  }

  /** Data from the browser; -1 when it has closed the connection. */
  private int sent(InputStream in, byte[] chunk) {
    int read = received(in, chunk);
    if (read < 0) {
      gate.givenUp(this, host);
      left = true;
    }
    return read;
  }

  private void down() throws IOException {
    byte[] chunk = new byte[CHUNK_BYTES];
    InputStream in = server.getInputStream();
    for (int read = received(in, chunk); read >= 0; read = received(in, chunk)) {
      asked = NEVER;
      client.getOutputStream().write(chunk, 0, read);
    }
    if (!left && counted && gate.counts(host)) {
      gate.broken(host);
    }
  }

  /** Data from one side; -1 when that side has ended, for any reason. */
  private static int received(InputStream in, byte[] chunk) {
    try {
      return in.read(chunk);
    } catch (IOException broken) {
      return -1;
    }
  }
}
