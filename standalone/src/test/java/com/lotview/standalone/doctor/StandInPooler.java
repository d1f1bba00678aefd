package com.lotview.standalone.doctor;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/**
 * Stands before PostgreSQL and does to the settings of a session what a pooler in transaction mode
 * does: drops them, or refuses the connection because of them.
 */
final class StandInPooler implements AutoCloseable {
  private static final int SSL_REQUEST = 80877103;

  private final ServerSocket server;
  private final int target;
  private final boolean refuses;

  StandInPooler(int target, boolean refuses) throws IOException {
    this.server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    this.target = target;
    this.refuses = refuses;
    Thread.ofVirtual().start(this::accept);
  }

  int port() {
    return server.getLocalPort();
  }

  private void accept() {
    while (!server.isClosed()) {
      try {
        Socket client = server.accept();
        Thread.ofVirtual().start(() -> serve(client));
      } catch (IOException e) {
        return;
      }
    }
  }

  private void serve(Socket client) {
    try (client;
        Socket postgres = new Socket(InetAddress.getLoopbackAddress(), target)) {
      DataInputStream in = new DataInputStream(client.getInputStream());
      DataOutputStream out = new DataOutputStream(postgres.getOutputStream());
      int length = in.readInt();
      int protocol = in.readInt();
      if (protocol == SSL_REQUEST) {
        client.getOutputStream().write('N');
        length = in.readInt();
        protocol = in.readInt();
      }
      byte[] parameters = in.readNBytes(length - 2 * Integer.BYTES);
      byte[] kept = withoutSettings(parameters);
      if (refuses && kept.length < parameters.length) {
        refuse(client);
        return;
      }
      out.writeInt(kept.length + 2 * Integer.BYTES);
      out.writeInt(protocol);
      out.write(kept);
      out.flush();
      Thread back = Thread.ofVirtual().start(() -> copy(postgres, client));
      copy(client, postgres);
      back.join();
    } catch (IOException | InterruptedException e) {
      // The client has gone.
    }
  }

  private static byte[] withoutSettings(byte[] parameters) {
    ByteArrayOutputStream kept = new ByteArrayOutputStream();
    String[] words = new String(parameters, StandardCharsets.UTF_8).split("\0");
    for (int i = 0; i + 1 < words.length; i += 2) {
      if (!words[i].endsWith("_timeout") && !words[i].equals("plan_cache_mode")) {
        kept.writeBytes((words[i] + "\0" + words[i + 1] + "\0").getBytes(StandardCharsets.UTF_8));
      }
    }
    kept.write(0);
    return kept.toByteArray();
  }

  private static void refuse(Socket client) throws IOException {
    byte[] fields =
        "SFATAL\0VFATAL\0C08P01\0Munsupported startup parameter: statement_timeout\0\0"
            .getBytes(StandardCharsets.UTF_8);
    DataOutputStream out = new DataOutputStream(client.getOutputStream());
    out.write('E');
    out.writeInt(fields.length + Integer.BYTES);
    out.write(fields);
    out.flush();
  }

  private static void copy(Socket from, Socket to) {
    try {
      from.getInputStream().transferTo(to.getOutputStream());
      to.shutdownOutput();
    } catch (IOException e) {
      // One of them has gone.
    }
  }

  @Override
  public void close() throws IOException {
    server.close();
  }
}
