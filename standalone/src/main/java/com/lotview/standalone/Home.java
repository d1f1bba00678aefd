package com.lotview.standalone;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;

/**
 * The folder with all data of one installation ({@code LOTVIEW_HOME}). One process at a time may
 * run on it; only its owner can read it.
 */
public final class Home implements AutoCloseable {
  private final Path folder;
  private final FileChannel lockFile;
  private final FileLock lock;

  private Home(Path folder, FileChannel lockFile, FileLock lock) {
    this.folder = folder;
    this.lockFile = lockFile;
    this.lock = lock;
  }

  /**
   * Opens the folder for this process.
   *
   * @throws StartupException if it cannot be written, or another process runs on it
   */
  public static Home open(Path folder) {
    try {
      Files.createDirectories(folder);
      Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
      Files.createDirectories(folder.resolve("run"));
      Files.createDirectories(folder.resolve("logs"));
      FileChannel file =
          FileChannel.open(
              folder.resolve("run/lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      FileLock lock = file.tryLock();
      if (lock == null) {
        file.close();
        throw new StartupException(
            "LotView already runs on "
                + folder
                + "; stop it with ./lotview down, or set LOTVIEW_HOME to another folder");
      }
      Files.writeString(
          folder.resolve("run/standalone.pid"), String.valueOf(ProcessHandle.current().pid()));
      return new Home(folder, file, lock);
    } catch (IOException e) {
      throw new StartupException("LOTVIEW_HOME " + folder + " cannot be used: " + reason(e), e);
    }
  }

  private static String reason(IOException e) {
    String text = String.valueOf(e.getMessage());
    return text.contains("No space left") ? "the disk is full; free some space" : text;
  }

  /** A file or folder of the installation. */
  public Path path(String name) {
    return folder.resolve(name);
  }

  /** Writes a file that only the owner can read, whole or not at all. */
  public void writePrivate(String name, String content) {
    Path target = path(name);
    try {
      Files.createDirectories(target.getParent());
      Path draft = target.resolveSibling(target.getFileName() + ".new");
      Files.deleteIfExists(draft);
      Files.createFile(
          draft,
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
      Files.writeString(draft, content);
      Files.move(draft, target, java.nio.file.StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw new StartupException(target + " cannot be written: " + reason(e), e);
    }
  }

  @Override
  public void close() {
    try {
      Files.deleteIfExists(path("run/standalone.pid"));
      Files.deleteIfExists(path("run/ready.properties"));
      lock.release();
      lockFile.close();
    } catch (IOException e) {
      throw new StartupException("The lock of " + folder + " cannot be released", e);
    }
  }
}
