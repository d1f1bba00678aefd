package com.lotview.worker.fleet.port;

import com.lotview.worker.fleet.job.Heals;
import com.lotview.worker.fleet.job.PostingOrder;
import com.lotview.worker.marketplace.form.FormReport;
import com.lotview.worker.marketplace.page.ClickGuard;
import com.lotview.worker.marketplace.page.PostingOutcome;
import java.nio.file.Path;
import java.util.List;

/** The vehicle form in a run's browser; see {@link SiteBrowser} for threads and errors. */
public interface SiteForm {
  /** Opens the empty form. */
  void open();

  /**
   * Fills the form, uploads the photos and reads everything back.
   *
   * @param uploading called once, when only the photos are still missing
   */
  void fill(PostingOrder order, List<Path> photos, Runnable uploading);

  /** Goes to the page where the next click publishes. */
  void next();

  /**
   * Clicks "Publish" at most once, and waits for the site's answer. The page swallows a click that
   * comes after the guard's permit has ended.
   *
   * @param guard asked right before the click, after all other checks
   * @param clicked called right after the click
   */
  PostingOutcome publish(PostingOrder order, ClickGuard guard, Runnable clicked);

  /** Opens the form and compares it with its map. Leaves it unfinished. */
  FormReport inspect();

  /** The labels that were missing so far, and what was used instead. */
  Heals heals();

  /** The whole form including what is scrolled out of view, PNG; without a form, the page. */
  byte[] picture();
}
