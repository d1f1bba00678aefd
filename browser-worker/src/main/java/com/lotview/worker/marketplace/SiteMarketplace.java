package com.lotview.worker.marketplace;

import com.lotview.form.FormMap;
import com.lotview.form.StopMeaning;
import com.lotview.form.mapping.FormMapping;
import com.lotview.form.mapping.FormValues;
import com.lotview.form.mapping.LeftOut;
import com.lotview.form.mapping.ListingOrder;
import com.lotview.form.mapping.UnmappableException;
import com.lotview.form.plan.FormPlan;
import com.lotview.worker.browser.BrowserSession;
import com.lotview.worker.marketplace.form.FormInspection;
import com.lotview.worker.marketplace.form.FormPicture;
import com.lotview.worker.marketplace.form.FormReading;
import com.lotview.worker.marketplace.form.FormReport;
import com.lotview.worker.marketplace.form.VehicleForm;
import com.lotview.worker.marketplace.listings.AskedListing;
import com.lotview.worker.marketplace.listings.ListingSigns;
import com.lotview.worker.marketplace.listings.ListingStatusReader;
import com.lotview.worker.marketplace.listings.OwnListings;
import com.lotview.worker.marketplace.listings.Presence;
import com.lotview.worker.marketplace.listings.Search;
import com.lotview.worker.marketplace.listings.Survey;
import com.lotview.worker.marketplace.listings.SurveyListings;
import com.lotview.worker.marketplace.listings.change.EditPrice;
import com.lotview.worker.marketplace.listings.change.EditPriceRequest;
import com.lotview.worker.marketplace.listings.change.EditPriceResult;
import com.lotview.worker.marketplace.listings.change.RemoveListing;
import com.lotview.worker.marketplace.listings.change.RemoveRequest;
import com.lotview.worker.marketplace.listings.change.RemoveResult;
import com.lotview.worker.marketplace.listings.change.RenewListing;
import com.lotview.worker.marketplace.listings.change.RenewRequest;
import com.lotview.worker.marketplace.listings.change.RenewResult;
import com.lotview.worker.marketplace.listings.change.RenewalOffer;
import com.lotview.worker.marketplace.page.ClickGuard;
import com.lotview.worker.marketplace.page.Heal;
import com.lotview.worker.marketplace.page.Page;
import com.lotview.worker.marketplace.page.PageState;
import com.lotview.worker.marketplace.page.PostingOutcome;
import com.lotview.worker.marketplace.page.PostingOutcome.BrowserLost;
import com.lotview.worker.marketplace.page.PostingOutcome.FieldUnmappable;
import com.lotview.worker.marketplace.page.PostingOutcome.Posted;
import com.lotview.worker.marketplace.page.PostingOutcome.Retryable;
import com.lotview.worker.marketplace.page.StoppedException;
import com.lotview.worker.marketplace.publish.AfterClick;
import com.lotview.worker.marketplace.publish.Confirmation;
import com.lotview.worker.marketplace.publish.PublishStep;
import com.lotview.worker.marketplace.settings.MarketplaceSettings;
import com.lotview.worker.text.DealerTexts;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.openqa.selenium.WebDriverException;

/** The marketplace by its pages; {@link Marketplace} has the contract. */
final class SiteMarketplace implements Marketplace {

  private static final String FORM = "/marketplace/create/vehicle";

  private final BrowserSession browser;
  private final StepListener listener;
  private final Page page;
  private final FormMapping mapping = new FormMapping();
  private final AwaitPage awaiting;
  private final PublishStep publishing;
  private @Nullable VehicleForm form;
  private @Nullable ListingOrder filledFor;

  SiteMarketplace(BrowserSession browser, MarketplaceSettings settings, StepListener listener) {
    this.browser = browser;
    this.listener = listener;
    this.page = new Page(browser, settings, FormMap.of(settings.language()));
    this.awaiting = new AwaitPage(page);
    this.publishing = new PublishStep(page);
  }

  @Override
  public void checkLogin() {
    Step.SESSION.begin(listener);
    beforeClick(() -> {
      page.open("/");
      return awaiting.page(
          PageState::loggedIn,
          () ->
              page.saying(page.map().text("signIn"))
                  .map(seen -> PostingOutcome.of(StopMeaning.LOGIN, seen))
                  .orElseGet(() -> new Retryable(DealerTexts.LOGIN_UNKNOWN)));
    });
  }

  @Override
  public boolean signedIn() {
    return PageState.of(page)
        .filter(state -> state.settled() && state.loggedIn() && state.stop().isEmpty())
        .isPresent();
  }

  @Override
  public void openForm() {
    Step.OPEN.begin(listener);
    beforeClick(() -> {
      page.open(FORM);
      return awaiting.page(
          PageState::form,
          () ->
              new Retryable(
                  DealerTexts.FORM_MISSING
                      + DealerTexts.andSiteSays(page.saying(page.map().text("gone")).orElse(""))));
    });
  }

  @Override
  public void fill(ListingOrder order) {
    Step.DETAILS.begin(listener);
    FormValues values =
        fitting(() -> {
          mapping.checkPhotos(order);
          return mapping.map(order);
        });
    VehicleForm filling =
        new VehicleForm(page, FormPlan.of(mapping, values), values, order.photos());
    form = filling;
    filledFor = order;
    beforeClick(() -> {
      filling.fill();
      return filling;
    });
  }

  private FormValues mapped(ListingOrder order) {
    return fitting(() -> mapping.map(order));
  }

  /** A value that does not fit the form stops the run. */
  private static FormValues fitting(Supplier<FormValues> values) {
    try {
      return values.get();
    } catch (UnmappableException unfit) {
      throw new StoppedException(new FieldUnmappable(unfit.field(), unfit.value(), unfit.reason()));
    }
  }

  @Override
  public void uploadPhotos(ListingOrder order) {
    Step.PHOTOS.begin(listener);
    beforeClick(() -> {
      form(order).finishPhotos();
      return true;
    });
  }

  @Override
  public FormReading verify(ListingOrder order) {
    Step.PUBLISH.begin(listener);
    return beforeClick(() -> form(order).verify());
  }

  @Override
  public FormReport readForm() {
    openForm();
    return beforeClick(() -> new FormInspection(page).read());
  }

  @Override
  public List<Heal> heals() {
    return page.heals();
  }

  @Override
  public byte[] screenshot() {
    return browser.screenshot();
  }

  @Override
  public byte[] formPicture() {
    return new FormPicture(page).take();
  }

  @Override
  public MapInUse mapInUse() {
    return new MapInUse(page.map().language(), page.map().version());
  }

  @Override
  public void next() {
    beforeClick(() -> {
      VehicleForm filled = form;
      if (filled != null) {
        // The site may restore a draft at any moment (marketplace-form.md §14), also during the
        // picture.
        filled.settle();
      }
      publishing.next();
      return true;
    });
  }

  @Override
  public void clickPublish(ClickGuard guard) {
    beforeClick(() -> {
      publishing.click(guard);
      return true;
    });
  }

  @Override
  public PostingOutcome awaitListing(ListingOrder order) {
    Step.CONFIRM.begin(listener);
    PostingOutcome outcome = new AfterClick(page, publishing, order, mapped(order)).outcome();
    VehicleForm filled = form;
    return outcome instanceof Posted posted && filled != null
        ? posted.noting(filled.leftOut().stream().map(LeftOut::toString).toList())
        : outcome;
  }

  @Override
  public Search find(ListingOrder order, int photos, @Nullable Instant madeSince) {
    FormValues values = mapped(order);
    LocalDate day =
        madeSince == null ? null : LocalDate.ofInstant(madeSince, ZoneId.systemDefault());
    Search search =
        beforeClick(() -> new OwnListings(page).bySigns(ListingSigns.of(order, values, day)));
    if (!(search instanceof Search.Found found)) {
      return search;
    }
    Posted seen =
        beforeClick(
            () -> new Confirmation(page, order, values, photos).of(found.listingId(), true));
    return new Search.Found(
        seen.listingId(), seen.url(), seen.differences(), seen.notes(), seen.unread());
  }

  @Override
  public RemoveResult remove(RemoveRequest order, ClickGuard guard) {
    return beforeClick(() -> new RemoveListing(page, order, guard).run());
  }

  @Override
  public EditPriceResult editPrice(EditPriceRequest order, ClickGuard guard) {
    return beforeClick(() -> new EditPrice(page, order, guard).run());
  }

  @Override
  public RenewResult renew(RenewRequest order, ClickGuard guard) {
    return beforeClick(() -> new RenewListing(page, order, guard).run());
  }

  @Override
  public RenewResult renewal(RenewRequest order) {
    return beforeClick(() -> new RenewalOffer(page, order).read());
  }

  @Override
  public Presence presence(String listingId, String title) {
    return beforeClick(() -> new ListingStatusReader(page).of(listingId, title));
  }

  @Override
  public Survey survey(List<AskedListing> asked) {
    return beforeClick(() -> new SurveyListings(page).of(asked));
  }

  @Override
  public void close() {
    publishing.close();
  }

  private VehicleForm form(ListingOrder order) {
    VehicleForm filled = form;
    if (filled == null || !order.equals(filledFor)) {
      throw new IllegalStateException("the form has not been filled for this order");
    }
    return filled;
  }

  /** A browser that is lost before the click has changed nothing. */
  private static <T> T beforeClick(Supplier<T> step) {
    try {
      return step.get();
    } catch (WebDriverException lost) {
      throw new StoppedException(
          new BrowserLost(DealerTexts.browserLost(StoppedException.brief(lost))), lost);
    }
  }
}
