package com.lotview.sandbox.ledger;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A listing as the site stored it. Values chosen from lists are in the words of the form's
 * language.
 *
 * @param id the digits in /marketplace/item/&lt;id&gt;
 * @param account the seller's account id
 * @param variant the form's variant, such as "us"
 * @param title made by the site: year, make, model
 * @param mileage digits of what was typed; null when the form had no such field or it was empty
 * @param price digits of what was typed, in whole units of the currency
 * @param description with line feeds as typed; empty when left so
 * @param location the picked place, such as "Denver, Colorado"
 * @param groups names of the groups ticked when publishing
 * @param photos in order, the first is the cover
 * @param raw every form field's text exactly as the form held it
 * @param canonical by field, the words of the US form for each chosen option
 * @param formOpenedAt when the form was served; null when the request came from no form
 * @param formSession which opening of the form it came from
 * @param sold true after "Mark as sold"
 * @param shownFrom before this moment no page shows the listing; null when it was shown at once
 * @param notice what its card says: "reviewed", "duplicate", "renew" or "rejected"; null and
 *     "renewed" for nothing
 * @param deletedAt when it was taken down; null while it is up
 * @param history every change since it was listed, oldest first
 */
public record Listing(
    String id,
    String account,
    String variant,
    String title,
    String vehicleType,
    @Nullable Integer year,
    String make,
    String model,
    @Nullable Long mileage,
    @Nullable Long price,
    @Nullable String bodyStyle,
    @Nullable String exteriorColor,
    @Nullable String interiorColor,
    boolean cleanTitle,
    @Nullable String condition,
    @Nullable String fuelType,
    @Nullable String transmission,
    String description,
    String location,
    List<String> groups,
    List<Photo> photos,
    Map<String, String> raw,
    Map<String, String> canonical,
    Instant createdAt,
    @Nullable Instant formOpenedAt,
    @Nullable String formSession,
    Interaction interaction,
    boolean sold,
    @Nullable Instant shownFrom,
    @Nullable String notice,
    @Nullable Instant deletedAt,
    List<Change> history) {

  /** Files of older sandboxes have no history and no words of another variant. */
  public Listing {
    canonical = canonical == null ? Map.of() : Map.copyOf(canonical);
    history = history == null ? List.of() : List.copyOf(history);
  }

  /** True when the pages show the listing at that moment. */
  public boolean shown(Instant now) {
    return shownFrom == null || !now.isBefore(shownFrom);
  }

  /** True when the site took it down: only its seller still sees it. */
  public boolean rejected() {
    return "rejected".equals(notice);
  }

  /** The same listing at another price. */
  Listing priced(long newPrice, Instant at) {
    Listing facts =
        new Listing(
            id,
            account,
            variant,
            title,
            vehicleType,
            year,
            make,
            model,
            mileage,
            Long.valueOf(newPrice),
            bodyStyle,
            exteriorColor,
            interiorColor,
            cleanTitle,
            condition,
            fuelType,
            transmission,
            description,
            location,
            groups,
            photos,
            raw,
            canonical,
            createdAt,
            formOpenedAt,
            formSession,
            interaction,
            sold,
            shownFrom,
            notice,
            deletedAt,
            history);
    return edited(facts, at);
  }

  /** The same listing with a text on its card. */
  public Listing noticed(@Nullable String words) {
    return with(this, sold, shownFrom, words, deletedAt, history);
  }

  /** The same listing, renewed. */
  Listing renewed(Instant at) {
    List<Change> all = new ArrayList<>(history);
    all.add(new Change(at, "renewed", null, "true"));
    return with(this, sold, shownFrom, "renewed", deletedAt, all);
  }

  /** The same new listing, to be shown by the pages only after some time. */
  public Listing silentFor(Duration time) {
    return time.isZero()
        ? this
        : with(this, sold, createdAt.plus(time), notice, deletedAt, history);
  }

  /** The same listing, sold or available again. */
  Listing marked(boolean newSold, Instant at) {
    return noted(with(this, newSold, shownFrom, notice, deletedAt, history), at);
  }

  /** The same listing with the values of the edit form; the facts of its creation stay. */
  Listing edited(Listing sent, Instant at) {
    return noted(with(sent, sold, shownFrom, notice, deletedAt, history), at);
  }

  /** The same listing, taken down. */
  Listing deleted(Instant at) {
    return with(this, sold, shownFrom, notice, at, history);
  }

  private Listing noted(Listing after, Instant at) {
    List<Change> all = new ArrayList<>(history);
    all.addAll(Change.between(this, after, at));
    return with(after, after.sold, shownFrom, notice, deletedAt, all);
  }

  private Listing with(
      Listing facts,
      boolean newSold,
      @Nullable Instant showing,
      @Nullable String words,
      @Nullable Instant deletion,
      List<Change> changes) {
    return new Listing(
        id,
        account,
        variant,
        facts.title,
        facts.vehicleType,
        facts.year,
        facts.make,
        facts.model,
        facts.mileage,
        facts.price,
        facts.bodyStyle,
        facts.exteriorColor,
        facts.interiorColor,
        facts.cleanTitle,
        facts.condition,
        facts.fuelType,
        facts.transmission,
        facts.description,
        facts.location,
        groups,
        facts.photos,
        facts.raw,
        facts.canonical,
        createdAt,
        formOpenedAt,
        formSession,
        interaction,
        newSold,
        showing,
        words,
        deletion,
        changes);
  }
}
