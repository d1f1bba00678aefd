package com.lotview.inventory.imports.file;

/** The file as a whole cannot be read; the message says why, to the person who sent it. */
public final class UnreadableFileException extends RuntimeException {
  private static final int LONGEST_REASON = 500;

  /**
   * @param reason may quote the file; what is too long for a person is cut
   */
  public UnreadableFileException(String reason) {
    super(cut(reason), null, false, false);
  }

  private static String cut(String reason) {
    return reason.length() <= LONGEST_REASON ? reason : reason.substring(0, LONGEST_REASON) + "…";
  }
}
