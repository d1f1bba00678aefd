package com.lotview.worker.fleet.port;

import com.lotview.worker.fleet.job.Heals;
import com.lotview.worker.fleet.job.PostingOrder;
import com.lotview.worker.marketplace.form.FormReport;
import com.lotview.worker.marketplace.listings.EditOrder;
import com.lotview.worker.marketplace.listings.Presence;
import com.lotview.worker.marketplace.listings.PriceEdit;
import com.lotview.worker.marketplace.listings.Removal;
import com.lotview.worker.marketplace.listings.RemoveOrder;
import com.lotview.worker.marketplace.listings.Search;
import com.lotview.worker.marketplace.page.ClickGuard;
import com.lotview.worker.marketplace.page.PostingOutcome;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A browser at the site, for one run. Driven by one thread; only {@link #picture()} may be called
 * from another one. Every call has a deadline of its own, and fails soon after the browser was
 * killed. What the site does not allow is thrown as a {@code StoppedException}; any other unchecked
 * exception means that the browser itself failed.
 */
public interface SiteBrowser extends AutoCloseable {
  /** Signs in with cookies (JSON array) and makes sure that it worked. */
  void signIn(String cookies);

  /** Opens the empty form. */
  void openForm();

  /**
   * Fills the form, uploads the photos and reads everything back.
   *
   * @param uploading told once, when only the photos are waited for
   */
  void fill(PostingOrder order, List<Path> photos, Runnable uploading);

  /** Goes to where the next click publishes. */
  void next();

  /** The page as it looks now, PNG. */
  byte[] picture();

  /** The whole form, also what is out of view, PNG; the page as it looks where there is none. */
  default byte[] formPicture() {
    return picture();
  }

  /** Opens the form, and compares it with what is known of it. Enters nothing for good. */
  default FormReport readForm() {
    throw new UnsupportedOperationException("This browser has no form to read");
  }

  /** Labels of the form that were gone so far, and what was used in their place. */
  default Heals heals() {
    return Heals.NONE;
  }

  /**
   * Clicks "Publish", at most once, and waits for what the site says. A click that the guard's
   * permit no longer covers has no effect at the site.
   *
   * @param guard asked right before the click, after everything that can be checked before it
   * @param clicked told as soon as the click has been given
   */
  PostingOutcome publish(PostingOrder order, ClickGuard guard, Runnable clicked);

  /**
   * Takes a listing down, and looks whether it is gone. Does nothing if it is gone already.
   *
   * @param guard asked right before every click that changes something
   */
  Removal remove(RemoveOrder order, ClickGuard guard);

  /**
   * Gives a listing another price, and reads it back from the listing's page. Does nothing if it
   * shows the price already.
   *
   * @param guard asked right before every click that changes something
   */
  PriceEdit editPrice(EditOrder order, ClickGuard guard);

  /** Looks how a listing stands, on its own page and among the account's. Changes nothing. */
  Presence presence(String listingId, String marker, String title);

  /**
   * Looks for the order's listing among the account's. Never clicks anything that publishes.
   *
   * @param madeSince when it can have been made at the earliest: older listings are others; null if
   *     that is not known
   */
  Search look(PostingOrder order, @Nullable Instant madeSince);

  /** The same browser, for the account's owner to work in. */
  default OwnerBrowser forOwner() {
    throw new IllegalStateException("This browser cannot be shown");
  }

  /** The cookies now (JSON array). */
  String cookies();

  /** Ends the browser; when it returns, no process of it is left. */
  @Override
  void close();
}
