package com.lotview.worker.marketplace;

import com.lotview.form.mapping.ListingOrder;
import com.lotview.worker.browser.BrowserSession;
import com.lotview.worker.marketplace.form.FormReading;
import com.lotview.worker.marketplace.form.FormReport;
import com.lotview.worker.marketplace.listings.AskedListing;
import com.lotview.worker.marketplace.listings.Presence;
import com.lotview.worker.marketplace.listings.Search;
import com.lotview.worker.marketplace.listings.Survey;
import com.lotview.worker.marketplace.listings.change.EditPriceRequest;
import com.lotview.worker.marketplace.listings.change.EditPriceResult;
import com.lotview.worker.marketplace.listings.change.RemoveRequest;
import com.lotview.worker.marketplace.listings.change.RemoveResult;
import com.lotview.worker.marketplace.listings.change.RenewRequest;
import com.lotview.worker.marketplace.listings.change.RenewResult;
import com.lotview.worker.marketplace.page.ClickGuard;
import com.lotview.worker.marketplace.page.Heal;
import com.lotview.worker.marketplace.page.PostingOutcome;
import com.lotview.worker.marketplace.page.StoppedException;
import com.lotview.worker.marketplace.settings.MarketplaceSettings;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The actions at the site: the steps of one posting, and later changes of its listing. The caller
 * commits its intent in the guard of the click:
 *
 * <pre>{@code
 * checkLogin(); openForm(); fill(order); uploadPhotos(order); verify(order); screenshot(); next();
 * clickPublish(guard); awaitListing(order);
 * }</pre>
 *
 * <p>Before the click, a step that cannot continue throws {@link StoppedException}. For one thread
 * at a time. Closing this does not close its browser.
 */
public interface Marketplace extends AutoCloseable {

  /**
   * Opens the marketplace in a browser with the account's cookies. Reports steps 2 to 7 to the
   * listener.
   */
  static Marketplace on(
      BrowserSession browser, MarketplaceSettings settings, StepListener listener) {
    return new SiteMarketplace(browser, settings, listener);
  }

  /**
   * Step 2: loads the site and checks that the account is logged in. Throws {@link
   * StoppedException} if not.
   */
  void checkLogin();

  /**
   * Whether the current page belongs to a signed-in account and asks for nothing first. Stays on
   * the page.
   */
  boolean signedIn();

  /** Step 3: opens the vehicle form and waits until it can be filled. */
  void openForm();

  /**
   * Step 4: chooses the vehicle type, starts the upload of the photos, and fills each field and
   * reads it back.
   */
  void fill(ListingOrder order);

  /**
   * Step 5: waits until the site has stored each photo at its own address; sends failed ones again.
   */
  void uploadPhotos(ListingOrder order);

  /**
   * Begins step 6: reads the whole form back. Fills a different field once more, then stops with
   * {@link PostingOutcome.FieldMismatch}.
   */
  FormReading verify(ListingOrder order);

  /**
   * Opens the form, chooses the vehicle type, and compares labels and option lists with the form
   * map. Publishes nothing. Needs a signed-in browser.
   */
  FormReport readForm();

  /** The missing labels of this run so far, and their replacements. */
  List<Heal> heals();

  /** A picture of the page, PNG. */
  byte[] screenshot();

  /**
   * A picture of the whole form, PNG; of the page if there is no form. Scrolls and scrolls back.
   */
  byte[] formPicture();

  /** The current form map. */
  MapInUse mapInUse();

  /**
   * The identity of a form map.
   *
   * @param language such as {@code en}
   */
  record MapInUse(String language, int version) {}

  /** Goes to the second page and waits until Publish can be clicked. Publishes nothing. */
  void next();

  /**
   * Clicks Publish once. If it throws a {@link StoppedException} with {@link
   * PostingOutcome.Unknown}, the click may have happened; with any other outcome it has not.
   *
   * @param guard asked right before the click; the page swallows a click after the end of the
   *     permit
   */
  void clickPublish(ClickGuard guard);

  /**
   * Step 7: waits for the site's answer and checks the listing's own page. Returns {@code Posted},
   * {@code Blocked} or {@code Unknown}; errors of the site are not thrown.
   */
  PostingOutcome awaitListing(ListingOrder order);

  /**
   * Finds the order's listing on "Your listings" and the listings' pages, and compares it with the
   * order. Changes nothing. It verifies an earlier run's click in a new browser.
   *
   * @param order without photos
   * @param photos number of ordered photos
   * @param madeSince earliest time at which the listing can exist: listings with an earlier date
   *     are others; null if it is not known
   */
  Search find(ListingOrder order, int photos, @Nullable Instant madeSince);

  /**
   * Removes a listing and checks that it is gone. Throws {@link StoppedException} before it asks
   * the guard; afterwards only if the listing is unchanged and the site names what stops the
   * account. An unknown result is {@link RemoveResult.Unclear}.
   *
   * @param guard asked right before each click that changes something
   */
  RemoveResult remove(RemoveRequest order, ClickGuard guard);

  /**
   * Changes a listing's price only, and reads it on the listing's page. Throws {@link
   * StoppedException} before it asks the guard; afterwards only if the price is unchanged and the
   * site names what stops the account. An unknown result is {@link EditPriceResult.Unclear}.
   *
   * @param guard asked right before each click that changes something
   */
  EditPriceResult editPrice(EditPriceRequest order, ClickGuard guard);

  /**
   * Renews a listing by the button of its card, and reads the card again. Never uses the button
   * that deletes a listing and makes a new one. Throws {@link StoppedException} before it asks the
   * guard; afterwards only if the renewal is still offered and the site names what stops the
   * account. An unknown result is {@link RenewResult.Unclear}.
   *
   * @param guard asked right before each click that changes something
   */
  RenewResult renew(RenewRequest order, ClickGuard guard);

  /** Reads on the listing's card whether the site offers to renew it. Changes nothing. */
  RenewResult renewal(RenewRequest order);

  /**
   * Reads the status of a listing, on its page and among the account's listings. Changes nothing.
   *
   * @param title as the site makes it; for the search
   */
  Presence presence(String listingId, String title);

  /**
   * Says how listings of the account stand, by its list and their pages. Changes nothing. Throws
   * {@link StoppedException} if the list does not appear.
   */
  Survey survey(List<AskedListing> asked);

  /** Stops listening to the page. */
  @Override
  void close();
}
