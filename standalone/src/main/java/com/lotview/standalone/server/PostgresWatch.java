package com.lotview.standalone.server;

import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Checks every second whether anything listens on the server's port, and has the server restarted
 * if not. A hanging server still listens and is not restarted. Has its own thread.
 */
final class PostgresWatch implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(PostgresWatch.class);
  private static final Duration INTERVAL = Duration.ofSeconds(1);
  private static final int CONNECT_MILLIS = 1000;

  private final int port;
  private final Runnable startAgain;
  private final CountDownLatch closed = new CountDownLatch(1);
  private final Thread thread = Thread.ofVirtual().name("postgres-watch").unstarted(this::watch);

  /**
   * @param startAgain returns when the server runs again; if it fails, it is called again
   */
  PostgresWatch(int port, Runnable startAgain) {
    this.port = port;
    this.startAgain = startAgain;
    thread.start();
  }

  private void watch() {
    try {
      while (!closed.await(INTERVAL.toMillis(), TimeUnit.MILLISECONDS)) {
        if (ended() && closed.getCount() > 0) {
          LOG.warn("PostgreSQL on port {} has ended; it is started again", port);
          startAgain();
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void startAgain() {
    try {
      startAgain.run();
      LOG.warn("PostgreSQL on port {} runs again", port);
    } catch (RuntimeException e) {
      LOG.error("PostgreSQL on port {} could not be started again", port, e);
    }
  }

  private boolean ended() {
    try (Socket socket = new Socket()) {
      InetAddress here = InetAddress.getLoopbackAddress();
      socket.connect(new InetSocketAddress(here, port), CONNECT_MILLIS);
      return false;
    } catch (ConnectException refused) {
      return true;
    } catch (IOException noAnswer) {
      return false;
    }
  }

  /** Starts nothing from now on; does not wait. */
  void stop() {
    closed.countDown();
  }

  /** Ends the watch; a start that is under way is waited for. */
  @Override
  public void close() {
    stop();
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
