package com.lotview.worker.marketplace.form;

import com.lotview.form.FormMap;
import com.lotview.form.mapping.OrderPhoto;
import com.lotview.worker.marketplace.page.Page;
import com.lotview.worker.marketplace.page.PageState;
import com.lotview.worker.marketplace.page.PageTime;
import com.lotview.worker.marketplace.page.PostingOutcome.FieldMismatch;
import com.lotview.worker.marketplace.page.PostingOutcome.Retryable;
import com.lotview.worker.marketplace.page.ScriptResult;
import com.lotview.worker.marketplace.page.StoppedException;
import com.lotview.worker.marketplace.page.Waiting;
import com.lotview.worker.text.DealerTexts;
import java.io.IOException;
import java.nio.file.Files;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.stream.Collectors;
import org.openqa.selenium.ElementNotInteractableException;
import org.openqa.selenium.StaleElementReferenceException;

/**
 * The photos. A photo counts as stored when its thumbnail is loaded from an address of the site.
 * The listing keeps the order of sending: after a failure, thumbnails from the first doubtful one
 * on are removed, and those photos are sent again (marketplace-form.md §7).
 */
final class PhotoField {

  /** Many large files in one batch time out more often. */
  private static final int BATCH_SIZE = 10;

  private static final int MAX_FAILURES = 6;
  private static final Duration FIRST_SHOWS_WITHIN = Duration.ofSeconds(20);

  /** After this time a missing thumbnail was dropped, not redrawn. */
  private static final Duration DROPPED_AFTER = Duration.ofMillis(3500);

  /** After this time without progress an upload has failed silently. */
  private static final Duration STUCK_AFTER = Duration.ofSeconds(25);

  private static final Duration REMOVED_WITHIN = Duration.ofSeconds(4);

  private final Page page;
  private final List<OrderPhoto> photos;

  /** Pictures of the form itself. */
  private List<?> before = List.of();

  /** Number of photos sent so far; the thumbnails are theirs, in this order. */
  private int sent;

  private int groupBegan;
  private int group = BATCH_SIZE;
  private int failures;
  private CompletableFuture<Void> checked = CompletableFuture.completedFuture(null);

  PhotoField(Page page, List<OrderPhoto> photos) {
    this.page = page;
    this.photos = photos;
  }

  /** Starts to read the large files in the background. */
  void check() {
    checked =
        CompletableFuture.runAsync(
            () -> photos.forEach(PhotoField::check), Thread::startVirtualThread);
  }

  /**
   * Sends the first group and waits until the page has taken the first file: it redraws the form
   * then, which could lose entered values. The upload continues.
   */
  void begin() {
    try {
      checked.join();
    } catch (CompletionException failed) {
      throw failed.getCause() instanceof StoppedException stopped ? stopped : failed;
    }
    if (look().filter(seen -> seen.flag("named") || seen.number("counter") > 0).isPresent()) {
      cutTo(0);
    }
    before =
        page.raw("form.pictures", page.map().formNames()) instanceof List<?> own ? own : List.of();
    sendNext();
    if (page.until(FIRST_SHOWS_WITHIN, this::firstTaken).isEmpty()) {
      throw mismatch(DealerTexts.PHOTO_REFUSED);
    }
  }

  private Optional<ScriptResult> firstTaken() {
    return look().filter(seen -> seen.number("shown") > 0 && !seen.flag("busy"));
  }

  /** Waits until all photos are stored, and no other. */
  void finish() {
    Optional<Integer> good = doubtfulFrom();
    while (good.isPresent()) {
      failures++;
      if (failures > MAX_FAILURES) {
        throw mismatch(look().map(seen -> String.join("; ", seen.texts("complaints"))).orElse(""));
      }
      // Only single files show which one of a group fails.
      group = failures > 1 ? 1 : BATCH_SIZE;
      cutTo(good.get());
      sendNext();
      good = doubtfulFrom();
    }
  }

  /** Number of stored photos, by distinct address. */
  int count() {
    return look().map(seen -> seen.texts("stored").size()).orElse(0);
  }

  /**
   * Waits and sends the remaining photos. Empty when all are stored; if not, the number of leading
   * photos that are certainly stored.
   */
  private Optional<Integer> doubtfulFrom() {
    PageTime.Since began = page.time().start();
    Progress progress = new Progress();
    while (!began.over(page.settings().upload())) {
      Optional<ScriptResult> seen = look();
      if (seen.isPresent()) {
        ScriptResult now = seen.get();
        if (stored(now) == sent && now.number("shown") == sent) {
          if (sent == photos.size()) {
            return Optional.empty();
          }
          sendNext();
          progress = new Progress();
        } else {
          Optional<Integer> good = progress.verdict(now);
          if (good.isPresent()) {
            return good;
          }
        }
      }
      Waiting.pause(Duration.ofMillis(20));
    }
    throw mismatch(DealerTexts.PHOTOS_LATE);
  }

  private static int stored(ScriptResult seen) {
    return seen.texts("stored").size();
  }

  /** The thumbnails since the last group was sent. */
  private final class Progress {
    private List<String> whole = List.of();
    private List<String> fewer = List.of();
    private List<String> last = List.of();
    private PageTime.Since lastChange = page.time().start();

    /** The number of certainly stored photos, once others have failed. */
    Optional<Integer> verdict(ScriptResult now) {
      List<String> addresses = now.texts("addresses");
      if (!addresses.equals(last) || now.flag("busy")) {
        last = addresses;
        lastChange = page.time().start();
      }
      if (addresses.size() == sent) {
        whole = addresses;
        fewer = List.of();
      } else if (addresses.size() != fewer.size()) {
        fewer = addresses;
      }
      if (addresses.size() != sent && lastChange.over(DROPPED_AFTER)) {
        // Extra photos are from a restored draft and may be anywhere.
        return Optional.of(addresses.size() > sent ? 0 : common(whole, fewer));
      }
      return lastChange.over(STUCK_AFTER)
          ? Optional.of(leadingStored(addresses))
          : Optional.empty();
    }

    /** Only a complete view of the group shows which photo is missing. */
    private int common(List<String> all, List<String> left) {
      if (all.isEmpty()) {
        return Math.min(groupBegan, left.size());
      }
      int same = 0;
      while (same < left.size() && left.get(same).equals(all.get(same))) {
        same++;
      }
      return same;
    }

    private int leadingStored(List<String> addresses) {
      int stored = 0;
      while (stored < addresses.size() && addresses.get(stored).startsWith("http")) {
        stored++;
      }
      return stored;
    }
  }

  private void sendNext() {
    groupBegan = sent;
    List<OrderPhoto> next = photos.subList(sent, Math.min(photos.size(), sent + group));
    String files =
        next.stream()
            .map(photo -> photo.file().toAbsolutePath().toString())
            .collect(Collectors.joining("\n"));
    // A redraw of the form replaces the input between finding and using it.
    if (page.until(page.settings().page(), () -> look().flatMap(seen -> handOver(seen, files)))
        .isEmpty()) {
      throw mismatch(DealerTexts.NO_PHOTO_FIELD);
    }
    sent += next.size();
  }

  private static Optional<Boolean> handOver(ScriptResult seen, String files) {
    return seen.element("input")
        .map(input -> {
          input.sendKeys(files);
          return true;
        });
  }

  /** Removes photos from the end until this many are left: ours, or a restored draft's. */
  private void cutTo(int left) {
    int shown = look().map(seen -> seen.number("shown")).orElse(0);
    for (; shown > left; shown--) {
      removeOneOf(shown);
    }
    sent = left;
  }

  private void removeOneOf(int shown) {
    for (int i = 0; i < 2; i++) {
      pressRemove();
      if (page.until(REMOVED_WITHIN, () -> look().filter(now -> now.number("shown") < shown))
          .isPresent()) {
        return;
      }
    }
    throw mismatch(DealerTexts.PHOTO_STAYS);
  }

  private void pressRemove() {
    try {
      page.ask("form.removePhoto", page.map().formNames(), page.map().button("removePhoto"), before)
          .flatMap(seen -> seen.element("node"))
          .ifPresent(page::click);
    } catch (StaleElementReferenceException | ElementNotInteractableException redrawn) {
      // The thumbnails were redrawn: find them again.
    }
  }

  private Optional<ScriptResult> look() {
    FormMap map = page.map();
    return page.ask(
        "form.photos", map.formNames(), map.button("removePhoto"), map.text("loading"), before);
  }

  private StoppedException mismatch(String said) {
    PageState.of(page).ifPresent(PageState::orStop);
    String read = DealerTexts.photosStored(count()) + (said.isEmpty() ? "" : " (" + said + ")");
    return new StoppedException(
        new FieldMismatch("photos", DealerTexts.photosStored(photos.size()), read));
  }

  /** The driver silently uploads nothing if the file is missing. */
  private static void check(OrderPhoto photo) {
    try {
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(photo.file()));
      if (!HexFormat.of().formatHex(digest).equals(photo.sha256())) {
        throw new StoppedException(
            new Retryable(DealerTexts.PHOTO_CHANGED + photo.file().getFileName()));
      }
    } catch (IOException missing) {
      throw new StoppedException(
          new Retryable(DealerTexts.PHOTO_MISSING + photo.file().getFileName()), missing);
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
