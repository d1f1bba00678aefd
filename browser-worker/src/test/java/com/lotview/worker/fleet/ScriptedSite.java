package com.lotview.worker.fleet;

import com.lotview.worker.fleet.job.Heals;
import com.lotview.worker.fleet.job.JobOrder;
import com.lotview.worker.fleet.job.PostingOrder;
import com.lotview.worker.fleet.port.OwnerBrowser;
import com.lotview.worker.fleet.port.SiteBrowser;
import com.lotview.worker.fleet.port.SiteBrowsers;
import com.lotview.worker.fleet.port.SiteForm;
import com.lotview.worker.fleet.port.SiteListings;
import com.lotview.worker.marketplace.form.FormFinding;
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
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;

/** Browsers at a scripted site that counts. One script for each marker. */
final class ScriptedSite implements SiteBrowsers {
  /** What the site does with the listings of one marker. */
  static final class Script {
    final AtomicInteger signIns = new AtomicInteger();
    final AtomicInteger clicks = new AtomicInteger();
    final AtomicInteger looks = new AtomicInteger();
    final AtomicInteger live = new AtomicInteger();
    volatile List<Path> photos = List.of();
    final AtomicLong price = new AtomicLong();
    volatile List<Heal> heals = List.of();
    volatile Runnable whileFilling = () -> {};
    volatile Consumer<String> at = place -> {};

    /** Whether the site keeps answering although nothing is completed. */
    volatile boolean answers;

    /** Adds a listing; returns its address. */
    PostingOutcome publish() {
      live.incrementAndGet();
      return new PostingOutcome.Posted("77", "https://site/item/77", List.of());
    }

    Search search() {
      return live.get() > 0
          ? new Search.Found("77", "https://site/item/77")
          : new Search.Absent(List.of());
    }

    private final Behaviour behaviour;

    Script(Behaviour behaviour) {
      this.behaviour = behaviour;
    }

    Script() {
      this(new Behaviour() {});
    }
  }

  /** The deviations from a site without faults. */
  interface Behaviour {
    default void signIn(Script script) {}

    default PostingOutcome click(Script script, int number) {
      return script.publish();
    }

    default Search look(Script script, int number) {
      return script.search();
    }

    /** Removes the listing, after asking. */
    default RemoveResult remove(Script script, ClickGuard guard, int number) {
      guard.permit();
      script.clicks.incrementAndGet();
      script.live.set(0);
      return new RemoveResult.Gone("deleted");
    }

    /** Changes the price, after asking. */
    default EditPriceResult edit(
        Script script, EditPriceRequest order, ClickGuard guard, int number) {
      guard.permit();
      script.clicks.incrementAndGet();
      script.price.set(order.toDollars());
      return new EditPriceResult.Shown(order.toDollars());
    }

    /** Renews the listing, after asking. */
    default RenewResult renew(Script script, ClickGuard guard) {
      guard.permit();
      script.clicks.incrementAndGet();
      return new RenewResult.NotOffered();
    }

    default RenewResult renewal(Script script) {
      return script.clicks.get() > 0
          ? new RenewResult.NotOffered()
          : new RenewResult.StillOffered("Renew your listing?");
    }

    default Survey survey(Script script, List<AskedListing> asked) {
      return new Survey(
          true,
          0,
          asked.stream()
              .map(one ->
                  new Survey.Seen(
                      one.id(),
                      script.live.get() > 0 ? Survey.State.LIVE : Survey.State.ABSENT,
                      script.live.get() > 0 ? one.price() : null,
                      null,
                      null,
                      false))
              .toList());
    }

    default Presence presence(Script script, int number) {
      return script.live.get() > 0 ? new Presence.Live(script.price.get()) : new Presence.Gone();
    }
  }

  private final Map<String, Script> scripts = new ConcurrentHashMap<>();
  private final Map<Path, Browser> running = new ConcurrentHashMap<>();

  void play(JobOrder order, Script script) {
    scripts.put(cookieOf(order), script);
  }

  /** Every account's cookie names the account. */
  static String cookieOf(JobOrder order) {
    return order.fbAccountId().toString();
  }

  int running() {
    return running.size();
  }

  @Override
  public SiteBrowser start(Path folder, String account, long seed, LongConsumer processGroup) {
    Browser browser = new Browser(folder);
    running.put(folder, browser);
    processGroup.accept(4711);
    return browser;
  }

  @Override
  public void kill(Path folder) {
    Browser browser = running.remove(folder);
    if (browser != null) {
      browser.dead.countDown();
    }
  }

  private final class Browser implements SiteBrowser, SiteForm, SiteListings {
    private final Path folder;
    private final CountDownLatch dead = new CountDownLatch(1);
    private volatile Script script = new Script();
    private volatile String cookies = "";

    private Browser(Path folder) {
      this.folder = folder;
    }

    private void alive() {
      if (dead.getCount() == 0) {
        throw new IllegalStateException("browser is dead");
      }
    }

    @Override
    public void signIn(String cookies) {
      alive();
      this.cookies = cookies;
      script =
          scripts.entrySet().stream()
              .filter(entry -> cookies.contains(entry.getKey()))
              .map(Map.Entry::getValue)
              .findFirst()
              .orElseThrow(
                  () -> new StoppedException(new PostingOutcome.NeedsLogin("nobody's cookies")));
      script.signIns.incrementAndGet();
      script.at.accept("signIn");
      alive();
      script.behaviour.signIn(script);
    }

    @Override
    public void open() {
      script.at.accept("openForm");
      alive();
    }

    @Override
    public void fill(PostingOrder order, List<Path> photos, Runnable uploading) {
      script.photos = photos;
      script.price.set(order.listing().priceCents());
      script.whileFilling.run();
      script.at.accept("fill");
      alive();
      uploading.run();
    }

    @Override
    public void next() {
      script.at.accept("next");
      alive();
    }

    @Override
    public OptionalLong lastAnswer() {
      return script.answers ? OptionalLong.of(System.nanoTime()) : OptionalLong.empty();
    }

    @Override
    public byte[] picture() {
      alive();
      return new byte[] {(byte) 0x89, 'P', 'N', 'G'};
    }

    @Override
    public Heals heals() {
      return new Heals("en", 3, script.heals);
    }

    @Override
    public FormReport inspect() {
      alive();
      return new FormReport(
          "en",
          3,
          List.of(new FormFinding("price", FormFinding.State.MISSING, "Price", "")),
          List.of("Ford", "Toyota"));
    }

    @Override
    public PostingOutcome publish(PostingOrder order, ClickGuard guard, Runnable clicked) {
      alive();
      script.at.accept("publish");
      alive();
      guard.permit();
      script.at.accept("permitted");
      alive();
      int number = script.clicks.incrementAndGet();
      PostingOutcome outcome = script.behaviour.click(script, number);
      clicked.run();
      script.at.accept("clicked");
      return outcome;
    }

    @Override
    public Search find(PostingOrder order, @Nullable Instant madeSince) {
      alive();
      return script.behaviour.look(script, script.looks.incrementAndGet());
    }

    @Override
    public RemoveResult remove(RemoveRequest order, ClickGuard guard) {
      alive();
      return script.behaviour.remove(script, guard, script.clicks.get() + 1);
    }

    @Override
    public EditPriceResult editPrice(EditPriceRequest order, ClickGuard guard) {
      alive();
      return script.behaviour.edit(script, order, guard, script.clicks.get() + 1);
    }

    @Override
    public RenewResult renew(RenewRequest order, ClickGuard guard) {
      alive();
      return script.behaviour.renew(script, guard);
    }

    @Override
    public RenewResult renewal(RenewRequest order) {
      alive();
      return script.behaviour.renewal(script);
    }

    @Override
    public Presence presence(String listingId, String title) {
      alive();
      return script.behaviour.presence(script, script.looks.incrementAndGet());
    }

    @Override
    public Survey survey(List<AskedListing> asked) {
      alive();
      return script.behaviour.survey(script, asked);
    }

    @Override
    public SiteForm form() {
      return this;
    }

    @Override
    public SiteListings listings() {
      return this;
    }

    @Override
    public OwnerBrowser forOwner() {
      throw new UnsupportedOperationException("No test has an owner at the scripted site");
    }

    @Override
    public String cookies() {
      alive();
      return cookies.replace("old", "new");
    }

    @Override
    public void close() {
      kill(folder);
    }
  }

  /** Waits until the browser of the calling run has been killed; bounded by the test. */
  void untilKilled() {
    Browser mine = running.values().iterator().next();
    try {
      if (!mine.dead.await(30, TimeUnit.SECONDS)) {
        throw new IllegalStateException("the browser was not killed");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
