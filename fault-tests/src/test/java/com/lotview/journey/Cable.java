package com.lotview.journey;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** What lies between a browser and the system: it can be cut and mended. */
final class Cable implements AutoCloseable {
  private final ServerSocket door;
  private final URI system;
  private final Set<Socket> open = ConcurrentHashMap.newKeySet();
  private volatile boolean cut;

  private Cable(ServerSocket door, URI system) {
    this.door = door;
    this.system = system;
  }

  /** Leads to a system. */
  static Cable to(String url) throws IOException {
    Cable cable =
        new Cable(new ServerSocket(0, 50, InetAddress.getLoopbackAddress()), URI.create(url));
    Thread.ofVirtual().start(cable::accept);
    return cable;
  }

  /** The system's address at this end. */
  String url() {
    return "http://127.0.0.1:" + door.getLocalPort();
  }

  void cut() {
    cut = true;
    open.forEach(Cable::end);
  }

  void mend() {
    cut = false;
  }

  private void accept() {
    while (!door.isClosed()) {
      try {
        join(door.accept());
      } catch (IOException ended) {
        // The door was closed, or the system does not answer.
      }
    }
  }

  private void join(Socket near) throws IOException {
    open.add(near);
    if (cut) {
      end(near);
      return;
    }
    try {
      Socket far = new Socket(system.getHost(), system.getPort());
      open.add(far);
      Thread.ofVirtual().start(() -> pass(near, far));
      Thread.ofVirtual().start(() -> pass(far, near));
    } catch (IOException e) {
      end(near);
      throw e;
    }
  }

  private void pass(Socket from, Socket to) {
    try {
      from.getInputStream().transferTo(to.getOutputStream());
    } catch (IOException cutOff) {
      // Either end is gone.
    } finally {
      end(from);
      end(to);
      open.remove(from);
      open.remove(to);
    }
  }

  private static void end(Socket socket) {
    try {
      socket.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() throws IOException {
    door.close();
    cut();
  }
}
