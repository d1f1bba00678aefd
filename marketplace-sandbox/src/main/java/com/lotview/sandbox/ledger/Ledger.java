package com.lotview.sandbox.ledger;

import java.nio.file.Path;
import java.text.Normalizer;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The true record of all listings. Every change is one appended line, on disk before the site
 * answers, so that it survives the death of the process. The cost of a page's query does not depend
 * on the number of listings; only an account's own listings are searched. Thread-safe.
 */
public final class Ledger {
  /**
   * One line of the file.
   *
   * @param what "listed", "changed" or "deleted"
   */
  record Line(String what, Listing listing) {}

  /**
   * A listing that is up.
   *
   * @param words its title and description as a search compares them
   */
  private record Shelved(Listing listing, String words) {}

  private static final Pattern SPACES = Pattern.compile("\\s+");

  private final Clock clock;
  private final Journal<Line> journal;
  private final SequencedMap<String, Shelved> live = new LinkedHashMap<>();
  private final Map<String, SequencedMap<String, Shelved>> byAccount = new HashMap<>();
  private final SequencedMap<String, Listing> deleted = new LinkedHashMap<>();

  /** Opens the ledger of the folder, which must exist. */
  public Ledger(Path folder, Clock clock) {
    this.clock = clock;
    this.journal = new Journal<>(folder.resolve("listings.jsonl"), Line.class);
    journal.read().forEach(this::apply);
  }

  /** All listings that were not deleted, sold ones too, oldest first. */
  public synchronized List<Listing> listings() {
    return live.values().stream().map(Shelved::listing).toList();
  }

  /** The listings of one account that were not deleted, sold ones too, oldest first. */
  public synchronized List<Listing> listings(String account) {
    return shelf(account).values().stream().map(Shelved::listing).toList();
  }

  /** Listings taken down, in the order of their deletion. */
  public synchronized List<Listing> deleted() {
    return List.copyOf(deleted.values());
  }

  /** A listing that was not deleted, shown on the pages or not yet. */
  public synchronized Optional<Listing> find(String id) {
    return Optional.ofNullable(live.get(id)).map(Shelved::listing);
  }

  /** A listing as its public page shows it; a listing that the site took down has no page. */
  public Optional<Listing> shown(String id) {
    Instant now = clock.instant();
    return find(id).filter(listing -> listing.shown(now) && !listing.rejected());
  }

  /**
   * The account's listings that its pages show and that mention the text, newest first.
   *
   * @param from how many to leave out
   * @param most how many to give
   */
  public synchronized List<Listing> search(String account, String text, int from, int most) {
    String wanted = plain(text);
    Instant now = clock.instant();
    return shelf(account).sequencedValues().reversed().stream()
        .filter(shelved -> shelved.words.contains(wanted) && shelved.listing.shown(now))
        .skip(from)
        .limit(most)
        .map(Shelved::listing)
        .toList();
  }

  /** True when the id was ever given out. */
  public synchronized boolean knows(String id) {
    return live.containsKey(id) || deleted.containsKey(id);
  }

  /** Stores a new listing. */
  public synchronized void list(Listing listing) {
    write(new Line("listed", listing));
  }

  /** Marks a listing as sold, or as available again; false when it is not up. */
  public boolean mark(String id, boolean sold) {
    Instant now = clock.instant();
    return change("changed", id, listing -> listing.marked(sold, now));
  }

  /** Renews the listing, which then shows no renewal any more; false when it is not up. */
  public boolean renew(String id) {
    Instant now = clock.instant();
    return change("changed", id, listing -> listing.renewed(now));
  }

  /** Puts a text on the listing's card, a key of the site's texts or null; false when not live. */
  public boolean notice(String id, @Nullable String words) {
    return change("changed", id, listing -> listing.noticed(words));
  }

  /** Gives the listing another price; false when it is not up. */
  public boolean price(String id, long price) {
    Instant now = clock.instant();
    return change("changed", id, listing -> listing.priced(price, now));
  }

  /** Stores what the edit form sent; false when the listing is not up. */
  public boolean edit(String id, Listing sent) {
    Instant now = clock.instant();
    return change("changed", id, listing -> listing.edited(sent, now));
  }

  /** Takes a listing down; false when it is not up. */
  public boolean delete(String id) {
    Instant now = clock.instant();
    return change("deleted", id, listing -> listing.deleted(now));
  }

  /** True when the text occurs in the listing's title or description, spaces and case aside. */
  public static boolean mentions(Listing listing, String text) {
    return text.isBlank() || words(listing).contains(plain(text));
  }

  private synchronized boolean change(String what, String id, UnaryOperator<Listing> change) {
    Optional<Listing> listing = find(id);
    listing.ifPresent(found -> write(new Line(what, change.apply(found))));
    return listing.isPresent();
  }

  private void write(Line line) {
    journal.append(line);
    apply(line);
  }

  private void apply(Line line) {
    Listing listing = line.listing();
    if (line.what().equals("deleted")) {
      live.remove(listing.id());
      shelf(listing.account()).remove(listing.id());
      deleted.put(listing.id(), listing);
    } else {
      Shelved shelved = new Shelved(listing, words(listing));
      live.put(listing.id(), shelved);
      shelf(listing.account()).put(listing.id(), shelved);
    }
  }

  private SequencedMap<String, Shelved> shelf(String account) {
    return byAccount.computeIfAbsent(account, key -> new LinkedHashMap<>());
  }

  private static String words(Listing listing) {
    return plain(listing.title()) + "\n" + plain(listing.description());
  }

  private static String plain(String text) {
    String joined = Normalizer.normalize(text, Normalizer.Form.NFKC);
    return SPACES.matcher(joined).replaceAll(" ").strip().toLowerCase(Locale.ROOT);
  }
}
