package com.lotview.worker.marketplace;

import com.lotview.worker.browser.BrowserSession;
import com.lotview.worker.marketplace.form.FormReading;
import com.lotview.worker.marketplace.form.FormReport;
import com.lotview.worker.marketplace.listings.EditPriceRequest;
import com.lotview.worker.marketplace.listings.EditPriceResult;
import com.lotview.worker.marketplace.listings.Presence;
import com.lotview.worker.marketplace.listings.RemoveRequest;
import com.lotview.worker.marketplace.listings.RemoveResult;
import com.lotview.worker.marketplace.listings.Search;
import com.lotview.worker.marketplace.mapping.ListingOrder;
import com.lotview.worker.marketplace.page.ClickGuard;
import com.lotview.worker.marketplace.page.Heal;
import com.lotview.worker.marketplace.page.MarketplaceSettings;
import com.lotview.worker.marketplace.page.PostingOutcome;
import com.lotview.worker.marketplace.page.StoppedException;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is done at the site: the way of one posting, step by step, and what may become of a listing
 * afterwards. The caller commits its intent in the guard of the click:
 *
 * <pre>{@code
 * checkLogin(); openForm(); fill(order); uploadPhotos(order); verify(order); screenshot(); next();
 * clickPublish(guard); awaitListing(order);
 * }</pre>
 *
 * <p>Everything before the click throws {@link StoppedException} when it cannot go on. One thread
 * at a time. Works on one browser; closing it does not close the browser.
 */
public interface Marketplace extends AutoCloseable {

  /**
   * Opens the marketplace on a browser whose cookies are set already. Reports steps 2 to 7 to the
   * listener.
   */
  static Marketplace on(
      BrowserSession browser, MarketplaceSettings settings, StepListener listener) {
    return new SiteMarketplace(browser, settings, listener);
  }

  /**
   * Step 2: loads the site and looks whether the account is logged in. Throws {@link
   * StoppedException} if not.
   */
  void checkLogin();

  /**
   * Whether the page that is shown, whatever it is, is one of somebody who is signed in, and none
   * that wants something of them first. Does not leave it.
   */
  boolean signedIn();

  /** Step 3: opens the vehicle form and waits until it can be filled. */
  void openForm();

  /**
   * Step 4: chooses the vehicle type, hands the photos over (the upload goes on meanwhile) and
   * fills every field, each read back at once.
   */
  void fill(ListingOrder order);

  /**
   * Step 5: waits until the site has stored every photo, distinct addresses counted; failed ones
   * are sent again.
   */
  void uploadPhotos(ListingOrder order);

  /**
   * Begins step 6: reads the whole form back and compares; a field that differs is filled once
   * more, then {@link PostingOutcome.FieldMismatch}.
   */
  FormReading verify(ListingOrder order);

  /**
   * Opens the form, chooses the vehicle type and no more, and compares labels and option lists with
   * the form map. Posts nothing and leaves the form unfinished; needs a browser that is logged in.
   */
  FormReport readForm();

  /** The labels that were gone so far in this run, and what was used in their place. */
  List<Heal> heals();

  /** A picture of the page, PNG. */
  byte[] screenshot();

  /**
   * A picture of the whole form, also of what is scrolled out of view, PNG; of the page as it is
   * where there is no form. Scrolls, and scrolls back.
   */
  byte[] formPicture();

  /** The form map that is in use. */
  MapInUse mapInUse();

  /**
   * Names a form map.
   *
   * @param language such as {@code en}
   */
  record MapInUse(String language, int version) {}

  /** Goes to the second page and waits until Publish can be clicked. Nothing is published. */
  void next();

  /**
   * Clicks Publish, once. If this throws a {@link StoppedException}, its outcome tells whether the
   * click may have happened ({@link PostingOutcome.Unknown}) or not (anything else).
   *
   * @param guard asked right before the click; the page swallows a click that comes after the
   *     permit has ended
   */
  void clickPublish(ClickGuard guard);

  /**
   * Step 7: waits for the site's answer and checks the listing's own page. Never throws for what
   * the site does: returns {@code Posted}, {@code Blocked} or {@code Unknown}.
   */
  PostingOutcome awaitListing(ListingOrder order);

  /**
   * Looks for the order's listing on "Your listings" and the listings' pages, and compares what it
   * finds with the order; changes nothing. Works on a fresh browser, for settling an earlier run's
   * click.
   *
   * @param order its photos are not looked at
   * @param photos how many were ordered
   * @param madeSince when it can have been made at the earliest: listings that show an earlier date
   *     are others; null if that is not known
   */
  Search find(ListingOrder order, int photos, @Nullable Instant madeSince);

  /**
   * Removes a listing and checks that it is gone. Throws {@link StoppedException} as long as
   * the guard was not asked, and afterwards only if the listing is there as before and the site
   * names what stops the account; what is not known is {@link RemoveResult.Unclear}.
   *
   * @param guard asked right before every click that changes something
   */
  RemoveResult remove(RemoveRequest order, ClickGuard guard);

  /**
   * Gives a listing another price and nothing else, and reads it on the listing's page. Throws
   * {@link StoppedException} as long as the guard was not asked, and afterwards only if the old
   * price stands and the site names what stops the account; what is not known is {@link
   * EditPriceResult.Unclear}.
   *
   * @param guard asked right before every click that changes something
   */
  EditPriceResult editPrice(EditPriceRequest order, ClickGuard guard);

  /**
   * Looks how a listing stands, by its page and by the account's listings; changes nothing.
   *
   * @param title as the site makes it, for the search among the account's listings
   */
  Presence presence(String listingId, String title);

  /** Stops listening to the page. */
  @Override
  void close();
}
