package com.lotview.worker.browser.proxy;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/**
 * A site with a self-signed certificate that keeps its connections open, as real sites do, and
 * breaks the connection of a create request after it has created the object.
 */
final class SecureSite implements AutoCloseable {

  private static final char[] PASSWORD = "changeit".toCharArray();

  private final AtomicInteger created = new AtomicInteger();
  private final ServerSocket server;
  private final SSLContext tls;

  SecureSite(Path folder) throws IOException, GeneralSecurityException, InterruptedException {
    tls = tls(folder.resolve("site.p12"));
    server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    Thread.ofVirtual().start(this::accept);
  }

  String address() {
    return "https://localhost:" + server.getLocalPort() + "/";
  }

  /** The number of create requests so far. */
  int created() {
    return created.get();
  }

  private static SSLContext tls(Path store)
      throws IOException, GeneralSecurityException, InterruptedException {
    List<String> words =
        List.of(
            Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
            "-genkeypair",
            "-alias",
            "site",
            "-keyalg",
            "EC",
            "-dname",
            "CN=localhost",
            "-storetype",
            "PKCS12",
            "-keystore",
            store.toString(),
            "-storepass",
            String.valueOf(PASSWORD));
    if (new ProcessBuilder(words)
            .redirectErrorStream(true)
            .redirectOutput(Redirect.DISCARD)
            .start()
            .waitFor()
        != 0) {
      throw new IOException("no certificate could be made");
    }
    KeyStore keys = KeyStore.getInstance("PKCS12");
    try (InputStream in = Files.newInputStream(store)) {
      keys.load(in, PASSWORD);
    }
    KeyManagerFactory managers =
        KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    managers.init(keys, PASSWORD);
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(managers.getKeyManagers(), null, null);
    return context;
  }

  private void accept() {
    try {
      while (true) {
        Socket plain = server.accept();
        Thread.ofVirtual().start(() -> serve(plain));
      }
    } catch (IOException closed) {
      // The end of the test.
    }
  }

  private void serve(Socket plain) {
    try (Socket secure = tls.getSocketFactory().createSocket(plain, null, true)) {
      InputStream in = new BufferedInputStream(secure.getInputStream());
      while (true) {
        Head request = Head.read(in);
        in.readNBytes(length(request));
        if (request.path().equals("/create")) {
          created.incrementAndGet();
          plain.setSoLinger(true, 0);
          plain.close();
          return;
        }
        if (request.path().equals("/silent")) {
          continue;
        }
        String page = "<!doctype html><title>site</title>";
        String answer =
            "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: %d\r\n\r\n%s"
                .formatted(page.length(), page);
        secure.getOutputStream().write(answer.getBytes(StandardCharsets.US_ASCII));
        secure.getOutputStream().flush();
      }
    } catch (IOException gone) {
      // The browser no longer needs the connection.
    }
  }

  private record Head(String path, String rest) {
    static Head read(InputStream in) throws IOException {
      StringBuilder text = new StringBuilder();
      while (text.indexOf("\r\n\r\n") < 0) {
        int next = in.read();
        if (next < 0) {
          throw new IOException("closed");
        }
        text.append((char) next);
      }
      return new Head(text.toString().split(" ", 3)[1], text.toString());
    }
  }

  private static int length(Head head) {
    return head.rest()
        .lines()
        .filter(line -> line.toLowerCase(Locale.ROOT).startsWith("content-length:"))
        .mapToInt(line -> Integer.parseInt(line.substring(15).strip()))
        .findFirst()
        .orElse(0);
  }

  @Override
  public void close() {
    try {
      server.close();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
