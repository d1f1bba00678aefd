package com.lotview.notification.event;

import java.util.UUID;

/** How far an import of a stock file is. */
public record ImportProgressed(
    UUID importId,
    UUID dealershipId,
    String state,
    boolean dryRun,
    int rows,
    int done,
    int created,
    int updated,
    int unchanged,
    int rejected,
    int vanished) {

  public News news() {
    return new News(
        "import.progress",
        null,
        new Progress(
            importId, state, dryRun, rows, done, created, updated, unchanged, rejected, vanished));
  }

  private record Progress(
      UUID importId,
      String state,
      boolean dryRun,
      int rows,
      int done,
      int created,
      int updated,
      int unchanged,
      int rejected,
      int vanished) {}
}
