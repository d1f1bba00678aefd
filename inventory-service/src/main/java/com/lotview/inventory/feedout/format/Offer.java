package com.lotview.inventory.feedout.format;

import com.lotview.inventory.meaning.Kind;
import com.lotview.inventory.vehicle.Condition;
import com.lotview.inventory.vehicle.Vehicle;
import com.lotview.inventory.vehicle.VehicleFacts;
import java.math.BigDecimal;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A vehicle as the public may see it. Its cost and the internal notes cannot be read here, so no
 * feed can reveal them. Texts that are not known are empty.
 */
public final class Offer {
  private final UUID id;
  private final VehicleFacts facts;
  private final List<URI> photos;
  private final @Nullable URI page;
  private final FeedDealer dealer;

  /**
   * An offer.
   *
   * @param photos in their order, at addresses that need no login
   * @param page where the public sees the vehicle; null if there is none
   */
  public Offer(Vehicle vehicle, List<URI> photos, @Nullable URI page, FeedDealer dealer) {
    this.id = vehicle.id();
    this.facts = vehicle.facts();
    this.photos = List.copyOf(photos);
    this.page = page;
    this.dealer = dealer;
  }

  public UUID id() {
    return id;
  }

  public String stockNumber() {
    return facts.stockNumber();
  }

  FeedDealer dealer() {
    return dealer;
  }

  String vin() {
    return orEmpty(facts.vin());
  }

  int year() {
    return facts.year();
  }

  String make() {
    return facts.make();
  }

  String model() {
    return facts.model();
  }

  String trim() {
    return orEmpty(facts.trim());
  }

  String exteriorColor() {
    return orEmpty(facts.exteriorColor());
  }

  String interiorColor() {
    return orEmpty(facts.interiorColor());
  }

  String bodyStyle() {
    return orEmpty(facts.bodyStyle());
  }

  String engine() {
    return orEmpty(facts.engine());
  }

  String transmission() {
    return orEmpty(facts.transmission());
  }

  String drivetrain() {
    return orEmpty(facts.drivetrain());
  }

  String fuelType() {
    return orEmpty(facts.fuelType());
  }

  List<String> features() {
    return facts.features();
  }

  String dateInStock() {
    return facts.lotDate() == null ? "" : facts.lotDate().toString();
  }

  @Nullable Condition condition() {
    return facts.condition();
  }

  boolean isNew() {
    return facts.condition() == Condition.NEW;
  }

  String grade() {
    return facts.conditionGrade() == null ? "" : facts.conditionGrade().name();
  }

  /** What the cells say of the kind, in the words of {@code words.txt}; empty if nothing. */
  String meaning(Kind kind) {
    return orEmpty(facts.meaning().value(kind));
  }

  /** The amount, a blank, and the currency; empty if there is no price. */
  String price() {
    Long price = facts.price();
    if (price == null || price <= 0) {
      return "";
    }
    BigDecimal amount = BigDecimal.valueOf(price, 2);
    boolean whole = price % 100 == 0;
    String currency = facts.priceCurrency() == null ? "USD" : facts.priceCurrency();
    return (whole ? amount.setScale(0) : amount).toPlainString() + " " + currency;
  }

  /** The odometer in its own unit; empty if it is not known. */
  String distance() {
    Integer odometer = facts.odometer();
    Integer shown = odometer == null ? facts.mileage() : odometer;
    return shown == null ? "" : shown.toString();
  }

  /** {@code MI} or {@code KM}. */
  String unit() {
    return facts.odometer() == null || facts.odometerUnit() == null
        ? "MI"
        : facts.odometerUnit().name();
  }

  List<URI> photos() {
    return photos;
  }

  String page() {
    return page == null ? "" : page.toString();
  }

  String title() {
    return Stream.of(String.valueOf(year()), make(), model(), trim())
        .filter(part -> !part.isEmpty())
        .collect(Collectors.joining(" "));
  }

  /** Facts only, in no language's sentences; dealers write in many. */
  String description() {
    String driven = distance().isEmpty() ? "" : distance() + " " + unit().toLowerCase(Locale.ROOT);
    return Stream.of(
            title(),
            driven,
            exteriorColor(),
            engine(),
            transmission(),
            drivetrain(),
            fuelType(),
            String.join(", ", features()))
        .filter(part -> !part.isEmpty())
        .collect(Collectors.joining(" · "));
  }

  private static String orEmpty(@Nullable String text) {
    return Objects.requireNonNullElse(text, "");
  }
}
