package com.lotview.worker.browser.proxy;

import com.lotview.worker.browser.OnceOnly;
import com.lotview.worker.browser.pool.JobProxies;
import com.lotview.worker.browser.process.BrowserStartException;
import com.lotview.worker.browser.process.BrowserStartException.Reason;
import com.lotview.worker.browser.process.SidecarProcess;
import com.lotview.worker.browser.proxy.process.ForwarderMain;
import com.lotview.worker.files.Folders;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Starts a forwarder process for each browser, killed with the browser. Inside the worker's
 * process, a paused worker could forward a request when it wakes, after the browser was declared
 * dead. Thread-safe.
 */
public final class Forwarders implements JobProxies {

  private static final System.Logger LOG = System.getLogger(Forwarders.class.getName());
  private static final String NAME = "proxy";

  /** Hosts that Chromium itself calls; they are not needed and cost traffic. */
  private static final List<String> DENIED =
      List.of(
          "accounts.google.com",
          "android.clients.google.com",
          "clients1.google.com",
          "clients2.google.com",
          "clients4.google.com",
          "clientservices.googleapis.com",
          "content-autofill.googleapis.com",
          "edgedl.me.gvt1.com",
          "mtalk.google.com",
          "optimizationguide-pa.googleapis.com",
          "redirector.gvt1.com",
          "safebrowsing.googleapis.com",
          "update.googleapis.com");

  private final Upstreams upstreams;
  private final Path classes;
  private final URI site;

  /**
   * @param classes folder for the forwarder's classes
   * @param site tried through a proxy before a browser starts with it
   * @throws UncheckedIOException if the folder cannot be written
   */
  public Forwarders(Upstreams upstreams, Path classes, URI site) {
    this.upstreams = upstreams;
    this.classes = ForwarderClasses.copyTo(classes);
    this.site = site;
  }

  @Override
  public JobProxy open(Path folder, String account) {
    Upstream upstream = upstreams.of(account).orElse(null);
    String orders = String.join(" ", DENIED) + "\n";
    orders +=
        upstream == null
            ? "\n\n\n"
            : upstream.address() + "\n" + upstream.authorization() + "\n" + site + "\n";
    try {
      Path own = folder.toAbsolutePath().normalize();
      SidecarProcess process =
          SidecarProcess.start(
              own, NAME, command(own), Map.of(), orders.getBytes(StandardCharsets.UTF_8));
      return opened(process, upstream);
    } catch (IOException failure) {
      throw new BrowserStartException(
          Reason.DID_NOT_START, "no forwarder could be started: " + failure.getMessage(), failure);
    }
  }

  @Override
  public void close() {
    try {
      Folders.delete(classes);
    } catch (IOException leftover) {
      throw new UncheckedIOException(leftover);
    }
  }

  private static JobProxy opened(SidecarProcess process, @Nullable Upstream upstream) {
    String said = process.firstLine();
    if (!said.startsWith(ForwarderMain.READY)) {
      process.close();
      String which = upstream == null ? "" : " " + upstream.address();
      throw new BrowserStartException(
          Reason.NO_PROXY, "the account's proxy" + which + " cannot be used: " + said, null);
    }
    String address = "127.0.0.1:" + said.substring(ForwarderMain.READY.length());
    return new JobProxy() {
      @Override
      public String address() {
        return address;
      }

      @Override
      public OnceOnly onceOnly(String host) {
        process.tell("once " + host, ForwarderMain.DONE);
        return () -> countNoMore(process);
      }

      @Override
      public void close() {
        process.close();
      }
    };
  }

  /** After the answer it no longer matters; a lost forwarder lets nothing through. */
  private static void countNoMore(SidecarProcess process) {
    try {
      process.tell("often", ForwarderMain.DONE);
    } catch (IllegalStateException lost) {
      LOG.log(System.Logger.Level.DEBUG, "a forwarder goes on counting", lost);
    }
  }

  private List<String> command(Path folder) {
    return List.of(
        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
        "-XX:+UseSerialGC",
        "-XX:TieredStopAtLevel=1",
        "-XX:-UsePerfData",
        "-XX:ReservedCodeCacheSize=8m",
        "-XX:+ExitOnOutOfMemoryError",
        "-Xmx32m",
        "-Xss256k",
        "-cp",
        classes.toString(),
        ForwarderMain.class.getName(),
        SidecarProcess.FOLDER + folder + "/");
  }
}
