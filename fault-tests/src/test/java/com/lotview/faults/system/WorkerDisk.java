package com.lotview.faults.system;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionTimeoutException;

/**
 * The disk for the workers' profiles and photos: a separate small file system if this machine
 * allows mounts, or a plain folder, which can be neither filled nor made read-only.
 */
public final class WorkerDisk implements AutoCloseable {
  private static final Duration TIMEOUT = Duration.ofSeconds(30);

  private final Path folder;
  private final boolean own;

  private WorkerDisk(Path folder, boolean own) {
    this.folder = folder;
    this.own = own;
  }

  static WorkerDisk make() throws IOException {
    // Short: browsers' sockets lie below it.
    Path folder = Files.createTempDirectory("lvf");
    boolean mounted =
        Processes.run("mount", "-t", "tmpfs", "-o", "size=1g,mode=700", "lvf", folder.toString());
    return new WorkerDisk(folder, mounted);
  }

  Path folder() {
    return folder;
  }

  /** Leaves no byte free. */
  public void fill() {
    needOwn();
    byte[] block = new byte[1 << 16];
    try (OutputStream out = Files.newOutputStream(folder.resolve("fill"))) {
      while (true) {
        out.write(block);
      }
    } catch (IOException full) {
      // As wanted.
    }
  }

  /** Undoes {@link #fill}. */
  public void free() {
    try {
      Files.deleteIfExists(folder.resolve("fill"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Makes the disk read-only; waits until no process has a file open for writing. */
  public void lock() {
    needOwn();
    try {
      Awaitility.await()
          .atMost(TIMEOUT)
          .until(() -> Processes.run("mount", "-o", "remount,ro", folder.toString()));
    } catch (ConditionTimeoutException e) {
      throw new NotPossible("files on the workers' disk are open: it cannot be made read-only");
    }
  }

  /** Undoes {@link #lock}. */
  public void unlock() {
    Processes.run("mount", "-o", "remount,rw", folder.toString());
  }

  private void needOwn() {
    if (!own) {
      throw new NotPossible("this machine does not allow to mount a small disk");
    }
  }

  @Override
  public void close() {
    if (own) {
      Processes.run("umount", "-l", folder.toString());
    }
    Processes.run("rm", "-rf", folder.toString());
  }
}
