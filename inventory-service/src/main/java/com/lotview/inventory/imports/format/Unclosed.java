package com.lotview.inventory.imports.format;

import java.io.FilterInputStream;
import java.io.InputStream;

/** A member of an archive; closing it must not close the archive. */
final class Unclosed extends FilterInputStream {
  Unclosed(InputStream in) {
    super(in);
  }

  @Override
  public void close() {
    // The archive is closed by its owner.
  }
}
