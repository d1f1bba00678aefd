package com.lotview.sandbox;

import com.lotview.sandbox.http.BadRequest;
import com.lotview.sandbox.ledger.Clicks;
import com.lotview.sandbox.ledger.FormSessions;
import com.lotview.sandbox.ledger.Ledger;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Objects;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The stand-in site, running. It listens until closed. Thread-safe.
 *
 * <p>In a test: {@code Sandbox.builder().port(0).seed(7).start()}, then {@link #url()} for the
 * browser and {@link #ledger()} for the truth.
 */
public final class Sandbox implements AutoCloseable {
  static {
    // Without this option, every answer on a kept connection waits for the client's delayed ACK.
    if (System.getProperty("sun.net.httpserver.nodelay") == null) {
      System.setProperty("sun.net.httpserver.nodelay", "true");
    }
  }

  /**
   * Connections that may wait to be accepted: with the usual 50, a burst of clients loses a second.
   */
  private static final int BACKLOG = 1024;

  private final HttpServer server;
  private final ExecutorService threads;
  private final Site site;
  private final @Nullable Path temporary;

  private Sandbox(HttpServer server, ExecutorService threads, Site site, @Nullable Path temporary) {
    this.server = server;
    this.threads = threads;
    this.site = site;
    this.temporary = temporary;
  }

  /** A site with the defaults: 127.0.0.1, any free port, memory only. */
  public static Builder builder() {
    return new Builder();
  }

  /** Runs the site as a process; {@code docs/reference} lists its settings. */
  public static void main(String[] args) {
    Builder builder =
        builder()
            .host(setting("SANDBOX_HOST", "127.0.0.1"))
            .port(Integer.parseInt(setting("SANDBOX_PORT", "9090")))
            .seed(Long.parseLong(setting("SANDBOX_SEED", String.valueOf(System.nanoTime()))))
            .pace(Double.parseDouble(setting("SANDBOX_PACE", "0.2")));
    String data = setting("SANDBOX_DATA", "");
    try {
      builder.variant(setting("SANDBOX_VARIANT", "us"));
      builder.mutate(Long.parseLong(setting("SANDBOX_MUTATE", "0")));
      builder.arguments(args);
      Sandbox sandbox = builder.dataDir(data.isEmpty() ? null : Path.of(data)).start();
      Runtime.getRuntime().addShutdownHook(new Thread(sandbox::close));
      System.out.println("Marketplace sandbox: " + sandbox.url());
    } catch (UncheckedIOException | BadRequest e) {
      System.err.println("The sandbox cannot start: " + e.getMessage());
      System.exit(1);
    }
  }

  private static String setting(String name, String otherwise) {
    String value = System.getenv(name);
    return value == null || value.isBlank() ? otherwise : value;
  }

  /** The base address, without a slash at the end. */
  public String url() {
    InetSocketAddress address = server.getAddress();
    String host = address.getAddress().isAnyLocalAddress() ? "127.0.0.1" : address.getHostString();
    return "http://" + host + ":" + address.getPort();
  }

  /** What was listed. */
  public Ledger ledger() {
    return site.ledger();
  }

  /** Which buttons were pressed, and the results. */
  public Clicks clicks() {
    return site.clicks();
  }

  /** Which accounts had the form open, and when. */
  public FormSessions sessions() {
    return site.sessions();
  }

  /** Stops listening. The content of a data folder stays; a memory-only site is lost. */
  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
    if (temporary != null) {
      try (Stream<Path> files = Files.walk(temporary)) {
        files.sorted(Comparator.reverseOrder()).forEach(path -> path.toFile().delete());
      } catch (IOException | UncheckedIOException e) {
        System.getLogger(Sandbox.class.getName())
            .log(System.Logger.Level.WARNING, "left behind: " + temporary, e);
      }
    }
  }

  /** Settings of a site that is not running yet. */
  public static final class Builder {
    private String host = "127.0.0.1";
    private int port;
    private @Nullable Path dataDir;
    private long seed = 1;
    private double pace = 0.2;
    private String variant = "us";
    private long mutation;

    private Builder() {}

    /** Takes {@code --name value} pairs of a command line. */
    private void arguments(String[] args) {
      for (int i = 0; i < args.length; i += 2) {
        if (i + 1 == args.length) {
          throw new BadRequest(args[i] + " needs a value");
        }
        switch (args[i]) {
          case "--variant" -> variant(args[i + 1]);
          case "--mutate" -> mutate(Long.parseLong(args[i + 1]));
          case "--port" -> port(Integer.parseInt(args[i + 1]));
          case "--seed" -> seed(Long.parseLong(args[i + 1]));
          case "--pace" -> pace(Double.parseDouble(args[i + 1]));
          default -> throw new BadRequest("unknown argument: " + args[i]);
        }
      }
    }

    /** The address to listen on. */
    public Builder host(String value) {
      this.host = value;
      return this;
    }

    /** The port to listen on; 0 for any free one. */
    public Builder port(int value) {
      this.port = value;
      return this;
    }

    /** Folder that keeps accounts, listings and pictures across restarts; null for none. */
    public Builder dataDir(@Nullable Path value) {
      this.dataDir = value;
      return this;
    }

    /** The seed of all random choices: delays, lost clicks, element ids. */
    public Builder seed(long value) {
      this.seed = value;
      return this;
    }

    /** The variant shown to strangers and to accounts for which none is chosen, such as "us". */
    public Builder variant(String value) {
      this.variant = value;
      return this;
    }

    /** The seed of the mutation for the forms of all accounts; 0 for none. */
    public Builder mutate(long value) {
      this.mutation = value;
      return this;
    }

    /** Factor on the site's waiting times: 1 is as slow as the real site; the default is 0.2. */
    public Builder pace(double value) {
      this.pace = value;
      return this;
    }

    /**
     * Starts listening.
     *
     * @throws UncheckedIOException when the port is taken or the folder cannot be used
     * @throws BadRequest when there is no such variant
     */
    public Sandbox start() {
      try {
        HttpServer server = HttpServer.create(new InetSocketAddress(host, port), BACKLOG);
        Path temporary = dataDir == null ? Files.createTempDirectory("sandbox") : null;
        Path folder = temporary == null ? Objects.requireNonNull(dataDir) : temporary;
        Site site = new Site(Files.createDirectories(folder), seed, variant, mutation);
        ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
        server.createContext("/", site.router(pace));
        server.setExecutor(threads);
        server.start();
        return new Sandbox(server, threads, site, temporary);
      } catch (IOException e) {
        throw new UncheckedIOException(host + ":" + port + ": " + e.getMessage(), e);
      }
    }
  }
}
