package com.lotview.worker.wiring;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.web.server.context.WebServerInitializedEvent;
import org.springframework.context.event.EventListener;

/**
 * The address of this process for other services: from the settings, or this host's address, or the
 * loopback address if the server listens there only.
 */
final class WorkerAddress implements Supplier<URI> {
  private final @Nullable URI told;
  private final String bind;
  private volatile int port;

  WorkerAddress(@Nullable URI told, String bind) {
    this.told = told;
    this.bind = bind;
  }

  @EventListener
  void listening(WebServerInitializedEvent started) {
    if (started.getApplicationContext().getServerNamespace() == null) {
      port = started.getWebServer().getPort();
    }
  }

  @Override
  public URI get() {
    URI address = told;
    return address != null && !address.toString().isEmpty()
        ? address
        : URI.create("http://" + host() + ":" + port);
  }

  private String host() {
    try {
      InetAddress bound = InetAddress.getByName(bind);
      return bound.isAnyLocalAddress()
          ? InetAddress.getLocalHost().getHostAddress()
          : bound.getHostAddress();
    } catch (UnknownHostException e) {
      throw new IllegalStateException(
          "LOTVIEW_WORKER_URL is not set, and this host does not know its own address", e);
    }
  }
}
