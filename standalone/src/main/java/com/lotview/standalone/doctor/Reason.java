package com.lotview.standalone.doctor;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.UnknownHostException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Why a server cannot be used, in few words. */
final class Reason {
  private static final Duration CONNECT = Duration.ofSeconds(3);

  private Reason() {}

  /** The innermost cause, in one line. */
  static String of(@Nullable Throwable error) {
    Throwable root = error;
    while (root != null && root.getCause() != null) {
      root = root.getCause();
    }
    if (root == null) {
      return "an unknown reason";
    }
    String message = root.getMessage();
    String words = message == null || message.isBlank() ? root.getClass().getSimpleName() : message;
    return words.lines().findFirst().orElse(words).strip();
  }

  /** Whether an error has a cause of the type. */
  static boolean has(@Nullable Throwable error, Class<? extends Throwable> type) {
    for (Throwable cause = error; cause != null; cause = cause.getCause()) {
      if (type.isInstance(cause)) {
        return true;
      }
    }
    return false;
  }

  /** Why no connection to the port can be made; empty if one can. */
  static String unreachable(String host, int port) {
    try (Socket socket = new Socket()) {
      socket.connect(new InetSocketAddress(host, port), Math.toIntExact(CONNECT.toMillis()));
      return "";
    } catch (UnknownHostException e) {
      return "the name is not known here";
    } catch (IOException e) {
      return e.getClass().equals(UnknownHostException.class) ? "the name is not known" : of(e);
    }
  }
}
