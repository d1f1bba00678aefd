package com.lotview.notification.live;

import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;

/**
 * A WebSocket client on a bare connection with a small buffer. It reads nothing after the
 * handshake, not even pings, until it is asked to.
 */
final class RawSocket implements AutoCloseable {
  private static final int BUFFER = 4096;
  private static final int CLOSE = 8;

  private final Socket socket;
  private int closeCode;

  private RawSocket(Socket socket) {
    this.socket = socket;
  }

  /** Completes the handshake. */
  static RawSocket open(int port, String token) throws IOException {
    Socket socket = new Socket();
    // Before the connection: it decides the window.
    socket.setReceiveBufferSize(BUFFER);
    socket.connect(new InetSocketAddress("127.0.0.1", port));
    socket.setSoTimeout(60_000);
    socket
        .getOutputStream()
        .write(
            """
            GET /ws?after=0 HTTP/1.1\r
            Host: 127.0.0.1\r
            Upgrade: websocket\r
            Connection: Upgrade\r
            Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r
            Sec-WebSocket-Version: 13\r
            Authorization: Bearer %s\r
            \r
            """
                .formatted(token)
                .getBytes(StandardCharsets.US_ASCII));
    String status = line(socket.getInputStream());
    if (!status.contains(" 101 ")) {
      throw new IOException(status);
    }
    while (!line(socket.getInputStream()).isEmpty()) {
      // The other headers do not matter.
    }
    return new RawSocket(socket);
  }

  private static String line(InputStream in) throws IOException {
    StringBuilder line = new StringBuilder();
    for (int c = in.read(); c != '\n'; c = in.read()) {
      if (c < 0) {
        throw new EOFException(line.toString());
      }
      if (c != '\r') {
        line.append((char) c);
      }
    }
    return line.toString();
  }

  /** Reads until the server's end of the connection; the number of whole text frames. */
  int framesUntilTheEnd() throws IOException {
    int texts = 0;
    DataInputStream in = new DataInputStream(socket.getInputStream());
    try {
      while (true) {
        int opcode = in.readUnsignedByte() & 0x0f;
        byte[] payload = in.readNBytes(length(in));
        if (opcode == CLOSE) {
          closeCode = (payload[0] & 0xff) << 8 | payload[1] & 0xff;
        } else if (opcode == 1) {
          texts++;
        }
      }
    } catch (EOFException | SocketException end) {
      return texts;
    }
  }

  private static int length(DataInputStream in) throws IOException {
    int length = in.readUnsignedByte();
    return switch (length) {
      case 126 -> in.readUnsignedShort();
      case 127 -> Math.toIntExact(in.readLong());
      default -> length;
    };
  }

  /** The code of the close frame that was read; 0 if none was. */
  int closeCode() {
    return closeCode;
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
