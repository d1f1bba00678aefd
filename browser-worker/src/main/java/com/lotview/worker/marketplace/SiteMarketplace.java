package com.lotview.worker.marketplace;

import com.lotview.worker.browser.BrowserSession;
import com.lotview.worker.marketplace.PostingOutcome.Blocked;
import com.lotview.worker.marketplace.PostingOutcome.BrowserLost;
import com.lotview.worker.marketplace.PostingOutcome.FieldUnmappable;
import com.lotview.worker.marketplace.PostingOutcome.NeedsLogin;
import com.lotview.worker.marketplace.PostingOutcome.Posted;
import com.lotview.worker.marketplace.PostingOutcome.Retryable;
import com.lotview.worker.marketplace.PostingOutcome.Unknown;
import com.lotview.worker.marketplace.PublishWatch.Seen;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.openqa.selenium.WebDriverException;

/** The marketplace as its pages are; see {@link Marketplace} for the promises. */
final class SiteMarketplace implements Marketplace {

  private static final String FORM = "/marketplace/create/vehicle";

  private final BrowserSession browser;
  private final StepListener listener;
  private final Page page;
  private final FormMapping mapping = new FormMapping();
  private final PublishStep publishing;
  private @Nullable VehicleForm form;
  private @Nullable ListingOrder filledFor;

  SiteMarketplace(BrowserSession browser, MarketplaceSettings settings, StepListener listener) {
    this.browser = browser;
    this.listener = listener;
    this.page = new Page(browser, settings, FormMap.of(settings.language()));
    this.publishing = new PublishStep(page);
  }

  @Override
  public void checkLogin() {
    Step.SESSION.begin(listener);
    beforeClick(() -> {
      page.open("/");
      return reached(
          PageState::loggedIn, "the site does not show whether the account is logged in");
    });
  }

  @Override
  public void openForm() {
    Step.OPEN.begin(listener);
    beforeClick(() -> {
      page.open(FORM);
      return reached(PageState::form, "the vehicle form did not appear");
    });
  }

  @Override
  public void fill(ListingOrder order) {
    Step.DETAILS.begin(listener);
    mapping.checkPhotos(order);
    VehicleForm filling = new VehicleForm(page, mapping.map(order), order.photos());
    form = filling;
    filledFor = order;
    beforeClick(() -> {
      filling.fill();
      return filling;
    });
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
    return beforeClick(() -> new DryReading(page).read());
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
  public void next() {
    beforeClick(() -> {
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
    try {
      FormValues values = mapping.map(order);
      Seen seen = publishing.await();
      return switch (seen) {
        case Seen.Created created -> posted(order, values, created.listingId());
        case Seen.Unclear unclear -> refusedOrLookedUp(order, values, unclear.why());
        case Seen.Asked _ ->
            lookedUp(
                order,
                values,
                "the site did not answer the create request in time",
                Optional.empty());
        case Seen.Nothing _ ->
            refusedOrLookedUp(order, values, "no create request was seen after the click");
      };
    } catch (StoppedException stopped) {
      return new Unknown("after the click: " + stopped.outcome(), needsOwner(stopped.outcome()));
    } catch (RuntimeException lost) {
      // Whatever broke, the click has happened: only looking can tell.
      return new Unknown("the browser was lost after the click: " + brief(lost));
    } finally {
      publishing.close();
    }
  }

  @Override
  public Search findByMarker(String marker, String title, long priceDollars) {
    return beforeClick(() -> new OwnListings(page).byMarker(marker, title, priceDollars));
  }

  @Override
  public Removal remove(RemoveOrder order, ClickGuard guard) {
    return beforeClick(() -> new TakeDown(page, order, guard).run());
  }

  @Override
  public PriceEdit editPrice(EditOrder order, ClickGuard guard) {
    return beforeClick(() -> new PriceChange(page, order, guard).run());
  }

  @Override
  public Presence presence(String listingId, String title) {
    return beforeClick(() -> new Standing(page).of(listingId, title));
  }

  @Override
  public void close() {
    publishing.close();
  }

  /** The id is proof enough; a page that cannot be read only leaves a doubt. */
  private PostingOutcome posted(ListingOrder order, FormValues values, String id) {
    String url = page.settings().site().resolve(ItemPage.path(id)).toString();
    List<String> doubts;
    try {
      doubts =
          ItemPage.look(page, id) instanceof ItemPage.Sight.Shown shown
              ? shown.item().doubts(order, values)
              : List.of("the listing's page could not be read");
    } catch (StoppedException | WebDriverException unreadable) {
      doubts = List.of("the listing's page could not be read: " + brief(unreadable));
    }
    return new Posted(id, url, doubts);
  }

  /**
   * An error may be false; it is a refusal only if the page names one and the listing is not there.
   */
  private PostingOutcome refusedOrLookedUp(ListingOrder order, FormValues values, String why) {
    Optional<PostingOutcome> stop = PageState.of(page).flatMap(PageState::stop);
    PostingOutcome seen = lookedUp(order, values, why, stop.filter(SiteMarketplace::refused));
    return seen instanceof Unknown && stop.filter(SiteMarketplace::needsOwner).isPresent()
        ? new Unknown("after the click: " + stop.get(), true)
        : seen;
  }

  private static boolean needsOwner(PostingOutcome stop) {
    return switch (stop) {
      case NeedsLogin _ -> true;
      case Blocked blocked ->
          switch (blocked.kind()) {
            case CHECKPOINT, CAPTCHA, SUSPENDED -> true;
            case LIMIT, TEMPORARY, REFUSED, NO_ACCESS -> false;
          };
      default -> false;
    };
  }

  /**
   * A login or a checkpoint after the click says nothing of the listing. A limit or a temporary
   * block is the site's answer to it, and another click would be the very thing it asks to stop.
   */
  private static boolean refused(PostingOutcome stop) {
    return stop instanceof Blocked blocked
        && switch (blocked.kind()) {
          case LIMIT, TEMPORARY, REFUSED -> true;
          case CHECKPOINT, CAPTCHA, SUSPENDED, NO_ACCESS -> false;
        };
  }

  private PostingOutcome lookedUp(
      ListingOrder order, FormValues values, String why, Optional<PostingOutcome> refusal) {
    Search search =
        new OwnListings(page).byMarker(order.marker(), values.title(), values.priceDollars());
    return switch (search) {
      case Search.Found found -> posted(order, values, found.listingId());
      case Search.Absent _ ->
          refusal.orElse(
              new Unknown(why + "; the listing is not among the account's listings yet"));
      case Search.Unreadable unreadable -> new Unknown(why + "; " + unreadable.reason());
    };
  }

  private VehicleForm form(ListingOrder order) {
    VehicleForm filled = form;
    if (filled == null || !order.equals(filledFor)) {
      throw new IllegalStateException("the form has not been filled for this order");
    }
    return filled;
  }

  private PageState reached(Predicate<PageState> goal, String otherwise) {
    Optional<PageState> state =
        Waiting.until(
            page.settings().page(),
            () -> PageState.of(page).map(PageState::orStop).map(this::understood).filter(goal));
    if (state.isEmpty()) {
      PageState.of(page).ifPresent(this::insistOnLanguage);
      throw new StoppedException(new Retryable(otherwise));
    }
    return state.get();
  }

  /** A page that has what only an account sees is in the account's language. */
  private PageState understood(PageState state) {
    if (state.loggedIn() || state.form()) {
      insistOnLanguage(state);
    }
    return state;
  }

  private void insistOnLanguage(PageState state) {
    if (!page.speaks(state.language())) {
      throw new StoppedException(
          new FieldUnmappable(
              "language",
              state.language(),
              "there is no form map for the language of the account's pages; set the account to"
                  + " English (US)"));
    }
  }

  /** A browser that is lost before the click has done nothing that counts. */
  private static <T> T beforeClick(Supplier<T> step) {
    try {
      return step.get();
    } catch (WebDriverException lost) {
      throw new StoppedException(new BrowserLost("the browser was lost: " + brief(lost)), lost);
    }
  }

  private static String brief(RuntimeException failure) {
    String message = String.valueOf(failure.getMessage());
    return failure.getClass().getSimpleName() + " " + message.lines().findFirst().orElse("");
  }
}
