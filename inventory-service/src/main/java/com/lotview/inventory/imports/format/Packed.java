package com.lotview.inventory.imports.format;

import com.lotview.inventory.imports.file.Source;
import com.lotview.inventory.imports.file.UnreadableFileException;
import java.io.BufferedInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/**
 * What is in a gzip or zip file, unpacked while it is read; never on disk, so names of members lead
 * nowhere. What unpacks to much more than it is, is refused: no stock file does.
 */
final class Packed {
  private static final int BUFFER = 64 * 1024;
  private static final int MOST_MEMBERS = 1_000;
  // Pictures, notes of the packer, and what Macs leave.
  private static final Pattern NO_TABLE =
      Pattern.compile(
          "__macosx/.*|(.*/)?\\.[^/.][^/]*|.*/|.*\\.(jpe?g|png|gif|webp|pdf|md|html?|docx?|zip|exe|db)");

  private Packed() {}

  /** The one file in a gzip file. */
  static Source gzip(Source packed) {
    return () -> limited(new GZIPInputStream(buffered(packed), BUFFER));
  }

  /** The first file of a zip file that may be a table. */
  static Source zip(Source packed) {
    String name = firstTable(packed);
    return () -> member(packed, name);
  }

  /** The member with that name, which must be there. */
  static InputStream member(Source packed, String name) throws IOException {
    ZipInputStream zip = new ZipInputStream(buffered(packed));
    ZipEntry entry = zip.getNextEntry();
    while (entry != null) {
      if (entry.getName().equals(name)) {
        return limited(zip);
      }
      entry = zip.getNextEntry();
    }
    zip.close();
    throw new IOException("it has no " + name);
  }

  static InputStream buffered(Source source) throws IOException {
    return new BufferedInputStream(source.open(), BUFFER);
  }

  private static String firstTable(Source packed) {
    try (ZipInputStream zip = new ZipInputStream(buffered(packed))) {
      ZipEntry entry = zip.getNextEntry();
      for (int i = 0; entry != null && i < MOST_MEMBERS; i++) {
        if (!NO_TABLE.matcher(entry.getName().toLowerCase(Locale.ROOT)).matches()) {
          return entry.getName();
        }
        // What is left out is unpacked too, to find the next one.
        skip(limited(zip));
        entry = zip.getNextEntry();
      }
    } catch (IOException | IllegalArgumentException e) {
      throw new UnreadableFileException("is an archive that cannot be read: " + e.getMessage());
    }
    throw new UnreadableFileException("is an archive without a stock file");
  }

  private static void skip(InputStream in) throws IOException {
    byte[] drop = new byte[BUFFER];
    while (in.read(drop) >= 0) {
      // Nothing in it is needed.
    }
  }

  /** The stream, which fails with a refusal if it is too long. */
  static InputStream limited(InputStream in) {
    return new Limited(in);
  }

  private static final class Limited extends FilterInputStream {
    private static final long MAX_BYTES = 400L * 1024 * 1024;

    private long read;

    Limited(InputStream in) {
      super(in);
    }

    @Override
    public int read() throws IOException {
      int b = super.read();
      count(b < 0 ? 0 : 1);
      return b;
    }

    @Override
    public int read(byte[] into, int from, int length) throws IOException {
      int found = super.read(into, from, length);
      count(Math.max(found, 0));
      return found;
    }

    private void count(int more) {
      read += more;
      if (read > MAX_BYTES) {
        throw new UnreadableFileException(
            "unpacks to more than " + MAX_BYTES / (1024 * 1024) + " MB, as no stock file does");
      }
    }
  }
}
