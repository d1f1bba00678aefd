package com.lotview.kit.outside;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** Bytes that go to a file, up to a limit; used by one answer, one call at a time. */
final class Spill implements AutoCloseable {
  private final FileChannel file;
  private final long limit;
  private long written;
  private boolean full;

  private Spill(FileChannel file, long limit) {
    this.file = file;
    this.limit = limit;
  }

  static Spill into(Path path, long limit) {
    try {
      return new Spill(
          FileChannel.open(
              path,
              StandardOpenOption.CREATE,
              StandardOpenOption.WRITE,
              StandardOpenOption.TRUNCATE_EXISTING),
          limit);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Writes; false when the limit is passed. */
  boolean take(byte[] more) {
    int room = (int) Math.min(more.length, limit - written);
    try {
      ByteBuffer bytes = ByteBuffer.wrap(more, 0, room);
      while (bytes.hasRemaining()) {
        written += file.write(bytes);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    full = room < more.length;
    return !full;
  }

  boolean full() {
    return full;
  }

  @Override
  public void close() {
    try {
      file.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
