package com.lotview.inventory.feed;

import com.lotview.inventory.imports.Missing;
import java.net.URI;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A stock file that is fetched automatically.
 *
 * @param userId who made it; its imports belong to them
 * @param url where it is; null: the newest file of the dealership's drop folder
 * @param login null: none
 * @param nextAt when it is due
 * @param dropped the file of the drop folder that was taken last
 * @param known what was imported last
 */
public record Feed(
    UUID id,
    UUID dealershipId,
    UUID userId,
    String name,
    @Nullable URI url,
    @Nullable Login login,
    Schedule schedule,
    Rules rules,
    boolean active,
    Instant createdAt,
    Instant nextAt,
    @Nullable String dropped,
    Health health,
    Known known) {

  /**
   * The login at the feed's server.
   *
   * @param name user, or name of the header
   * @param secret sealed for the feed
   */
  public record Login(Kind kind, String name, String secret) {
    /** A user with a password, or a header. */
    public enum Kind {
      BASIC,
      HEADER
    }

    @Override
    public String toString() {
      return "Login[" + kind + "]";
    }
  }

  /**
   * How its files are taken.
   *
   * @param missing what happens to vehicles that a file lacks
   * @param relist whether a sold vehicle comes back if a file has it for sale
   */
  public record Rules(Missing missing, boolean relist) {}

  /**
   * What was imported last.
   *
   * @param content null: nothing, or its rules have changed since
   * @param rows null: nothing was imported
   */
  public record Known(@Nullable Content content, @Nullable Integer rows, Said said) {
    static final Known NOTHING = new Known(null, null, Said.NOTHING);
  }

  /** The version of a file; the values that the server sends may be missing. */
  public record Content(@Nullable String etag, @Nullable String lastModified, String sha256) {}

  /** The same, due at that moment if it was due later. */
  Feed dueBy(Instant moment) {
    return with(moment.isBefore(nextAt) ? moment : nextAt, health, known);
  }

  public boolean isDrop() {
    return url == null;
  }

  /** The same with another health, and another last import. */
  Feed with(Health other, Known imported) {
    return with(nextAt, other, imported);
  }

  private Feed with(Instant due, Health other, Known imported) {
    return new Feed(
        id,
        dealershipId,
        userId,
        name,
        url,
        login,
        schedule,
        rules,
        active,
        createdAt,
        due,
        dropped,
        other,
        imported);
  }
}
