package com.lotview.testkit;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The network before a server: it can lead to another server, and swallow everything without a
 * word, as it is when a node vanishes. Thread-safe.
 */
public final class Wire implements AutoCloseable {
  private final ServerSocket entrance;
  private final Set<Socket> open = ConcurrentHashMap.newKeySet();
  private final AtomicInteger vanished = new AtomicInteger();
  private volatile InetSocketAddress target;
  private volatile boolean silent;

  /** Leads to that server. */
  public Wire(String host, int port) {
    this.target = new InetSocketAddress(host, port);
    try {
      this.entrance = new ServerSocket(0, 500, InetAddress.getLoopbackAddress());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Thread.ofVirtual().name("wire").start(this::accept);
  }

  /** The port that clients use. */
  public int port() {
    return entrance.getLocalPort();
  }

  /**
   * Loses what is sent from now on, in both directions, also on connections that are open. New
   * connections are taken and stay silent. Nothing is closed.
   */
  public void fallSilent() {
    silent = true;
    vanished.incrementAndGet();
  }

  /** Leads to another server. Connections from before stay as silent as they are. */
  public void leadTo(String host, int port) {
    target = new InetSocketAddress(host, port);
    silent = false;
  }

  private void accept() {
    while (!entrance.isClosed()) {
      try {
        Socket client = entrance.accept();
        open.add(client);
        Thread.ofVirtual().start(() -> lead(client));
      } catch (IOException closed) {
        return;
      }
    }
  }

  private void lead(Socket client) {
    int born = vanished.get();
    if (silent) {
      return;
    }
    try {
      Socket server = new Socket(target.getAddress(), target.getPort());
      open.add(server);
      Thread.ofVirtual().start(() -> pass(server, client, born));
      pass(client, server, born);
    } catch (IOException unreachable) {
      close(client);
    }
  }

  private void pass(Socket from, Socket to, int born) {
    byte[] buffer = new byte[16 * 1024];
    try {
      InputStream in = from.getInputStream();
      OutputStream out = to.getOutputStream();
      for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
        if (born == vanished.get()) {
          out.write(buffer, 0, read);
        }
      }
    } catch (IOException broken) {
      // Ends as below.
    }
    if (born == vanished.get()) {
      close(from);
      close(to);
    }
  }

  private void close(Socket socket) {
    open.remove(socket);
    try {
      socket.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    try {
      entrance.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    open.forEach(this::close);
  }
}
