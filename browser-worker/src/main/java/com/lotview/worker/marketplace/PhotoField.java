package com.lotview.worker.marketplace;

import com.lotview.worker.marketplace.PostingOutcome.FieldMismatch;
import com.lotview.worker.marketplace.PostingOutcome.Retryable;
import java.io.IOException;
import java.nio.file.Files;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.openqa.selenium.WebElement;

/**
 * The photos. A thumbnail says nothing: only one that is loaded and has an address at the site
 * counts as stored. Order of sending is order of listing, so after a failure all are taken out and
 * sent again.
 */
final class PhotoField {

  /** Many large files in one batch time out more often. */
  private static final int GROUP = 10;

  private static final int ROUNDS = 3;
  private static final Duration FIRST_SHOWS_WITHIN = Duration.ofSeconds(20);

  /** When nothing has changed for so long and thumbnails are missing, the site has dropped them. */
  private static final Duration STALLED = Duration.ofSeconds(4);

  private final Page page;
  private final List<OrderPhoto> photos;
  private int sent;

  PhotoField(Page page, List<OrderPhoto> photos) {
    this.page = page;
    this.photos = photos;
  }

  /**
   * Hands the first group over and waits until the page has taken the first file: it redraws the
   * whole form then, and what is entered meanwhile could be lost. The upload itself goes on.
   */
  void begin() {
    photos.forEach(PhotoField::check);
    removeAll();
    sendNext();
    if (Waiting.until(FIRST_SHOWS_WITHIN, this::firstTaken).isEmpty()) {
      throw mismatch("the page took no photo");
    }
  }

  private Optional<Answer> firstTaken() {
    return look().filter(seen -> seen.number("shown") > 0 && !seen.flag("busy"));
  }

  /** Waits until every photo is stored. */
  void finish() {
    for (int round = 1; !stored(); round++) {
      if (round == ROUNDS) {
        throw mismatch(look().map(seen -> String.join("; ", seen.texts("complaints"))).orElse(""));
      }
      removeAll();
      sent = 0;
      sendNext();
    }
  }

  /** How many photos the site has stored, by distinct address. */
  int count() {
    return look().map(seen -> seen.texts("stored").size()).orElse(0);
  }

  private boolean stored() {
    long deadline = System.nanoTime() + page.settings().upload().toNanos();
    long lastChange = System.nanoTime();
    String before = "";
    while (System.nanoTime() < deadline) {
      Optional<Answer> seen = look();
      int shown = seen.map(answer -> answer.number("shown")).orElse(0);
      int stored = seen.map(answer -> answer.texts("stored").size()).orElse(0);
      boolean allSentStored = stored == sent && shown == sent;
      if (allSentStored && sent == photos.size()) {
        return true;
      }
      if (allSentStored) {
        sendNext();
      }
      String now = shown + "/" + stored + "/" + sent;
      if (!now.equals(before)) {
        before = now;
        lastChange = System.nanoTime();
      }
      boolean nothingPending = shown < sent && shown == stored;
      if (nothingPending && System.nanoTime() - lastChange > STALLED.toNanos()) {
        return false;
      }
      Waiting.pause(Duration.ofMillis(20));
    }
    return false;
  }

  private void sendNext() {
    WebElement input =
        Waiting.until(page.settings().page(), () -> look().flatMap(seen -> seen.element("input")))
            .orElseThrow(() -> mismatch("the form has no place for photos"));
    List<OrderPhoto> group = photos.subList(sent, Math.min(photos.size(), sent + GROUP));
    input.sendKeys(
        group.stream()
            .map(photo -> photo.file().toAbsolutePath().toString())
            .collect(Collectors.joining("\n")));
    sent += group.size();
  }

  /**
   * A restored draft or a failed round leaves photos behind; there can be no more than the form
   * takes.
   */
  private void removeAll() {
    for (int i = 0; i < 20; i++) {
      Optional<Answer> seen = look();
      Optional<WebElement> remove = seen.flatMap(answer -> answer.element("remove"));
      if (remove.isEmpty()) {
        return;
      }
      int before = seen.map(answer -> answer.number("shown")).orElse(0);
      page.click(remove.get());
      Waiting.until(STALLED, () -> look().filter(now -> now.number("shown") < before));
    }
  }

  private Optional<Answer> look() {
    FormMap map = page.map();
    return page.ask("photos", map.formNames(), map.button("removePhoto"), map.text("loading"));
  }

  private StoppedException mismatch(String said) {
    PageState.of(page).ifPresent(PageState::orStop);
    String read = count() + " stored" + (said.isEmpty() ? "" : " (" + said + ")");
    return new StoppedException(new FieldMismatch("photos", photos.size() + " stored", read));
  }

  /** The driver uploads nothing, without a word, if the file is not there. */
  private static void check(OrderPhoto photo) {
    try {
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(photo.file()));
      if (!HexFormat.of().formatHex(digest).equals(photo.sha256())) {
        throw new StoppedException(
            new Retryable("a photo's file has changed: " + photo.file().getFileName()));
      }
    } catch (IOException missing) {
      throw new StoppedException(
          new Retryable("a photo's file is missing: " + photo.file().getFileName()), missing);
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
