package com.lotview.worker.browser.screen;

import com.lotview.worker.browser.process.BrowserStartException;
import com.lotview.worker.browser.process.BrowserStartException.Reason;
import com.lotview.worker.browser.process.SidecarProcess;
import com.lotview.worker.files.Folders;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.net.SocketException;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * A screen in memory (Xvfb) with its own folder, larger than any of its windows. It has no network,
 * and its key is in the folder. It ends some time after its last window, so that a killed worker
 * leaves no screen.
 */
public final class VirtualScreen implements Screens.Source {

  /** Argument by which its command line names its folder. */
  public static final String SIGN = "-auth ";

  /** A common size that fits a page of 1970x1130 with the browser's bars. */
  public static final String SIZE = "2560x1440";

  private static final System.Logger LOG = System.getLogger(VirtualScreen.class.getName());
  private static final String PROGRAM = "Xvfb";
  private static final String NAME = "screen";
  private static final String AUTHORITY = "authority";
  private static final String NUMBER = "number";
  private static final Duration IDLE_TIMEOUT = Duration.ofMinutes(10);
  private static final int ANY_HOST = 0xFFFF;

  private final SidecarProcess process;
  private final Screen screen;
  private final Path folder;

  private VirtualScreen(SidecarProcess process, Screen screen, Path folder) {
    this.process = process;
    this.screen = screen;
    this.folder = folder;
  }

  /** Throws with the remedy if there is no Xvfb on this path. */
  public static void require(Map<String, String> environment) {
    String path = environment.getOrDefault("PATH", "/usr/bin:/bin");
    if (List.of(path.split(":")).stream()
        .noneMatch(place -> Files.isExecutable(Path.of(place).resolve(PROGRAM)))) {
      throw new BrowserStartException(
          Reason.NOT_INSTALLED,
          "there is no display (DISPLAY is not set) and no Xvfb to make one; install it with:"
              + " apt-get install xvfb, or choose LOTVIEW_HEADLESS=true",
          null);
    }
  }

  /**
   * Starts a screen.
   *
   * @throws BrowserStartException if it does not start; no process is left then
   */
  public static VirtualScreen start(Path folder) {
    try {
      Path authority = folder.resolve(AUTHORITY);
      writeKey(authority);
      SidecarProcess process =
          SidecarProcess.start(folder, NAME, command(authority), Map.of(), new byte[0]);
      String number = process.firstLine().strip();
      Files.writeString(folder.resolve(NUMBER), number);
      return new VirtualScreen(process, new Screen(":" + number, authority), folder);
    } catch (IOException failure) {
      throw new BrowserStartException(
          Reason.DID_NOT_START, "no screen could be made: " + failure.getMessage(), failure);
    }
  }

  private static List<String> command(Path authority) {
    return List.of(
        PROGRAM,
        "-displayfd",
        "1",
        "-screen",
        "0",
        SIZE + "x24",
        "-nolisten",
        "tcp",
        "-terminate",
        String.valueOf(IDLE_TIMEOUT.toSeconds()),
        "-auth",
        authority.toString());
  }

  /** The key in the format of X servers and clients. */
  private static void writeKey(Path file) throws IOException {
    byte[] key = new byte[16];
    new SecureRandom().nextBytes(key);
    byte[] kind = "MIT-MAGIC-COOKIE-1".getBytes(StandardCharsets.US_ASCII);
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    DataOutputStream out = new DataOutputStream(bytes);
    out.writeShort(ANY_HOST);
    out.writeShort(0);
    out.writeShort(0);
    out.writeShort(kind.length);
    out.write(kind);
    out.writeShort(key.length);
    out.write(key);
    Files.createDirectories(file.getParent());
    Files.deleteIfExists(file);
    Files.createFile(
        file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    Files.write(file, bytes.toByteArray());
  }

  @Override
  public Screen screen() {
    return screen;
  }

  @Override
  public boolean alive() {
    return process.alive();
  }

  @Override
  public void close() {
    process.close();
    try {
      forget(folder);
      Folders.delete(folder);
    } catch (IOException leftover) {
      throw new UncheckedIOException(leftover);
    }
  }

  /** Deletes the socket of a killed screen of this folder, unless another one uses it. */
  public static void forget(Path folder) throws IOException {
    Path number = folder.resolve(NUMBER);
    if (!Files.exists(number)) {
      return;
    }
    Path socket = Path.of("/tmp/.X11-unix/X" + Files.readString(number).strip());
    try (SocketChannel listened = SocketChannel.open(UnixDomainSocketAddress.of(socket))) {
      LOG.log(System.Logger.Level.DEBUG, "in use again: " + listened.getRemoteAddress());
    } catch (ConnectException nobody) {
      Files.deleteIfExists(socket);
    } catch (SocketException absent) {
      LOG.log(System.Logger.Level.DEBUG, "not there: " + socket);
    }
  }
}
