package com.lotview.inventory.imports.file;

/** The file as a whole cannot be read; the message says why, to the person who sent it. */
public final class UnreadableFileException extends RuntimeException {
  public UnreadableFileException(String reason) {
    super(reason, null, false, false);
  }
}
