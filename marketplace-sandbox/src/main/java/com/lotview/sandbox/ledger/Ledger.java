package com.lotview.sandbox.ledger;

import com.lotview.sandbox.http.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The truth about what was listed. Every change is one appended line, on disk before the site
 * answers, so that it survives the death of the process. Thread-safe.
 */
public final class Ledger {
  /**
   * One line of the file.
   *
   * @param what "listed", "changed" or "deleted"
   */
  record Line(String what, Listing listing) {}

  private final Path file;
  private final Map<String, Listing> live = new LinkedHashMap<>();
  private final List<Listing> deleted = new ArrayList<>();

  /** Opens the ledger of the folder, which must exist. */
  public Ledger(Path folder) {
    this.file = folder.resolve("listings.jsonl");
    try {
      if (Files.exists(file)) {
        List<String> lines = Files.readAllLines(file);
        for (String line : lines) {
          apply(Json.MAPPER.readValue(line, Line.class));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** All listings that are up, oldest first. */
  public synchronized List<Listing> listings() {
    return List.copyOf(live.values());
  }

  /** The listings of one account that are up, oldest first. */
  public synchronized List<Listing> listings(String account) {
    return live.values().stream().filter(listing -> listing.account().equals(account)).toList();
  }

  /** Listings taken down, in the order of their deletion. */
  public synchronized List<Listing> deleted() {
    return List.copyOf(deleted);
  }

  /** A listing that is up. */
  public synchronized Optional<Listing> find(String id) {
    return Optional.ofNullable(live.get(id));
  }

  /** True when the id was ever given out. */
  public synchronized boolean knows(String id) {
    return live.containsKey(id) || deleted.stream().anyMatch(listing -> listing.id().equals(id));
  }

  /** Stores a new listing. */
  public void list(Listing listing) {
    write(new Line("listed", listing));
  }

  /** Stores the new state of a listing. */
  public void change(Listing listing) {
    write(new Line("changed", listing));
  }

  /** Takes a listing down. */
  public void delete(Listing listing) {
    write(new Line("deleted", listing));
  }

  /** True when the text occurs in the listing's title or description, spaces and case aside. */
  public static boolean mentions(Listing listing, String text) {
    String wanted = plain(text);
    return plain(listing.title()).contains(wanted) || plain(listing.description()).contains(wanted);
  }

  static String plain(String text) {
    String spaced = Normalizer.normalize(text, Normalizer.Form.NFKC).replaceAll("\\s+", " ");
    return spaced.strip().toLowerCase(Locale.ROOT);
  }

  private synchronized void write(Line line) {
    try {
      String text = Json.MAPPER.writeValueAsString(line) + "\n";
      Files.writeString(file, text, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    apply(line);
  }

  private void apply(Line line) {
    if (line.what().equals("deleted")) {
      live.remove(line.listing().id());
      deleted.add(line.listing());
    } else {
      live.put(line.listing().id(), line.listing());
    }
  }
}
