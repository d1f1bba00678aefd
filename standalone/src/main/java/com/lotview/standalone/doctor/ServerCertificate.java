package com.lotview.standalone.doctor;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.time.Instant;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509TrustManager;

/**
 * The certificate that a server shows. It is taken as it is, because only its end is read and
 * nothing is sent: whether it is to be trusted, the other checks see.
 *
 * @param postgres whether the server speaks PostgreSQL's protocol, which asks for TLS first
 */
record ServerCertificate(String host, int port, boolean postgres) {
  private static final int SSL_REQUEST = 80877103;
  private static final int SSL_REQUEST_LENGTH = 8;

  /** Whether the server shows one to who begins with TLS. */
  static boolean isShown(String host, int port) {
    try {
      new ServerCertificate(host, port, false).end();
      return true;
    } catch (IOException | GeneralSecurityException e) {
      return false;
    }
  }

  /** Until when it is good. */
  Instant end() throws IOException, GeneralSecurityException {
    int millis = Math.toIntExact(Examination.ANSWER.toMillis());
    try (Socket plain = new Socket()) {
      plain.connect(new InetSocketAddress(host, port), millis);
      plain.setSoTimeout(millis);
      if (postgres) {
        askForTls(plain);
      }
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(null, new TrustManager[] {new Taking()}, new SecureRandom());
      try (SSLSocket socket =
          (SSLSocket) context.getSocketFactory().createSocket(plain, host, port, false)) {
        socket.startHandshake();
        return ((X509Certificate) socket.getSession().getPeerCertificates()[0])
            .getNotAfter()
            .toInstant();
      }
    }
  }

  private static void askForTls(Socket socket) throws IOException {
    DataOutputStream out = new DataOutputStream(socket.getOutputStream());
    out.writeInt(SSL_REQUEST_LENGTH);
    out.writeInt(SSL_REQUEST);
    out.flush();
    if (new DataInputStream(socket.getInputStream()).readByte() != 'S') {
      throw new IOException("no TLS");
    }
  }

  private static final class Taking implements X509TrustManager {
    @Override
    public void checkClientTrusted(X509Certificate[] chain, String authType) {}

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String authType) {}

    @Override
    public X509Certificate[] getAcceptedIssuers() {
      return new X509Certificate[0];
    }
  }
}
