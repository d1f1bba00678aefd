package com.lotview.standalone.demo;

import com.lotview.standalone.client.ApiClient.Answer;
import com.lotview.standalone.client.ClientException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;
import tools.jackson.databind.JsonNode;

/**
 * The result of an order.
 *
 * @param good whether it is live once and, by the ledger, right in every field; on another site
 *     than the sandbox, whether it is live
 * @param line {@code POSTED <url>}, or the state and the reason
 */
public record PostedVehicle(boolean good, String line) {
  private static final String ENDED = "POSTED|FAILED|NEEDS_LOGIN|NEEDS_REVIEW|CANCELLED|DELETED";

  static PostedVehicle await(
      DemoRun run, JsonNode vehicle, String account, String postingId, Duration patience) {
    JsonNode posting = ended(run, postingId, patience);
    String name = DemoInventory.name(vehicle);
    boolean live = posting.path("status").asString().equals("POSTED");
    boolean right = live && right(run, vehicle, account, posting, name);
    run.progress().step(name + "  pictures: " + pictures(run, postingId, posting));
    String line =
        live
            ? "POSTED " + posting.path("fbListingUrl").asString()
            : posting.path("status").asString()
                + " "
                + name
                + ": "
                + posting.path("lastError").path("message").asString("");
    return new PostedVehicle(right, line);
  }

  static JsonNode ended(DemoRun run, String postingId, Duration patience) {
    Instant until = Instant.now().plus(patience);
    while (Instant.now().isBefore(until)) {
      JsonNode posting = run.api().get("/v1/postings/" + postingId).orFail("Reading the posting");
      if (posting.path("status").asString().matches(ENDED)) {
        return posting;
      }
      pause();
    }
    throw new ClientException(
        "Posting " + postingId + " did not end within " + patience.toSeconds() + " s");
  }

  private static void pause() {
    try {
      TimeUnit.SECONDS.sleep(1);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new ClientException("Interrupted");
    }
  }

  private static boolean right(
      DemoRun run, JsonNode vehicle, String account, JsonNode posting, String name) {
    String sandbox = run.installation().sandbox();
    if (sandbox.isEmpty()) {
      return true;
    }
    List<String> differences =
        new LedgerCheck(run.api(), sandbox).differences(vehicle, posting, account);
    run.progress()
        .step(
            name
                + (differences.isEmpty()
                    ? "  ledger: one listing, right in every field"
                    : "  ledger differs: " + differences));
    return differences.isEmpty();
  }

  private static Path pictures(DemoRun run, String postingId, JsonNode posting) {
    Path folder = run.installation().home().resolve("pictures").resolve(postingId);
    try {
      Files.createDirectories(folder);
      int number = 0;
      for (JsonNode evidence : posting.path("evidence")) {
        number++;
        Answer picture = run.api().get(evidence.path("url").asString());
        if (picture.ok()) {
          Files.write(
              folder.resolve(number + "-" + evidence.path("kind").asString() + ".png"),
              picture.body());
        }
      }
      return folder;
    } catch (IOException e) {
      throw new ClientException(
          "The pictures cannot be saved in " + folder + ": " + e.getMessage());
    }
  }
}
