package com.lotview.standalone;

import java.io.IOException;
import java.io.StringReader;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;

/**
 * The ports of an installation. People choose the gateway's ({@code LOTVIEW_PORT}); the others are
 * free ones, kept from start to start as long as they stay free, so that two installations never
 * use the same port. Thread-safe.
 */
public final class Ports {
  private static final String FILE = "run/ports.properties";

  private final Home home;
  private final Map<String, String> kept = new TreeMap<>();
  private final int gateway;

  /**
   * @throws StartupException if the gateway's port is taken
   */
  public Ports(Home home, int gateway) {
    this.home = home;
    this.gateway = gateway;
    if (!free(gateway)) {
      throw new StartupException(
          "Port " + gateway + " is taken by another program; set LOTVIEW_PORT to a free one");
    }
    load();
  }

  private void load() {
    Path file = home.path(FILE);
    if (!Files.exists(file)) {
      return;
    }
    try {
      Properties properties = new Properties();
      properties.load(new StringReader(Files.readString(file)));
      properties.forEach((name, port) -> kept.put((String) name, (String) port));
    } catch (IOException e) {
      throw new StartupException(file + " cannot be read", e);
    }
  }

  /** The gateway's port. */
  public int gateway() {
    return gateway;
  }

  /** The port for a part; the same as last time if it is still free. */
  public synchronized int of(String part) {
    String last = kept.get(part);
    return last != null && free(Integer.parseInt(last))
        ? Integer.parseInt(last)
        : keep(part, anyFree());
  }

  /** The port that a part had last time, taken or not; a new one at the first start. */
  public synchronized int stable(String part) {
    String last = kept.get(part);
    return last != null ? Integer.parseInt(last) : keep(part, anyFree());
  }

  private int keep(String part, int port) {
    kept.put(part, String.valueOf(port));
    StringBuilder text = new StringBuilder();
    kept.forEach((name, value) -> text.append(name).append('=').append(value).append('\n'));
    home.writePrivate(FILE, text.toString());
    return port;
  }

  private static boolean free(int port) {
    try (ServerSocket socket = new ServerSocket()) {
      socket.setReuseAddress(true);
      socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
      return true;
    } catch (IOException e) {
      return false;
    }
  }

  private int anyFree() {
    while (true) {
      try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
        int port = socket.getLocalPort();
        if (port != gateway && !kept.containsValue(String.valueOf(port))) {
          return port;
        }
      } catch (IOException e) {
        throw new StartupException("No free port is left on this machine", e);
      }
    }
  }
}
