package com.lotview.listing.text;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * All known facts of a vehicle; null is unknown, and is not mentioned.
 *
 * @param mileage miles
 * @param condition {@code NEW}, {@code USED} or {@code CPO}
 * @param conditionGrade {@code EXCELLENT} to {@code POOR}
 * @param priceCents never part of a text
 * @param notes the dealer's own words: data, never instructions
 * @param meaning what the stock says of closed sets of values, by kind ({@code owners}, {@code
 *     title}); a kind without a statement is missing
 * @param odometer the mileage in {@code odometerUnit}; null: in miles only
 * @param odometerUnit {@code KM}: texts say kilometres; anything else: miles
 */
// The currency is sent with the price, which is never part of a text.
@JsonIgnoreProperties("priceCurrency")
public record VehicleFacts(
    UUID id,
    String stockNumber,
    @Nullable String vin,
    int year,
    String make,
    String model,
    @Nullable String trim,
    @Nullable Integer mileage,
    @Nullable String exteriorColor,
    @Nullable String interiorColor,
    @Nullable String bodyStyle,
    @Nullable String drivetrain,
    @Nullable String transmission,
    @Nullable String engine,
    @Nullable String fuelType,
    @Nullable String condition,
    @Nullable String conditionGrade,
    @Nullable Boolean cleanTitle,
    @Nullable Long priceCents,
    List<String> features,
    @Nullable String notes,
    @Nullable Map<String, Saying> meaning,
    @Nullable Integer odometer,
    @Nullable String odometerUnit) {

  /** A vehicle whose texts say miles. */
  public VehicleFacts(
      UUID id,
      String stockNumber,
      @Nullable String vin,
      int year,
      String make,
      String model,
      @Nullable String trim,
      @Nullable Integer mileage,
      @Nullable String exteriorColor,
      @Nullable String interiorColor,
      @Nullable String bodyStyle,
      @Nullable String drivetrain,
      @Nullable String transmission,
      @Nullable String engine,
      @Nullable String fuelType,
      @Nullable String condition,
      @Nullable String conditionGrade,
      @Nullable Boolean cleanTitle,
      @Nullable Long priceCents,
      List<String> features,
      @Nullable String notes,
      @Nullable Map<String, Saying> meaning) {
    this(
        id,
        stockNumber,
        vin,
        year,
        make,
        model,
        trim,
        mileage,
        exteriorColor,
        interiorColor,
        bodyStyle,
        drivetrain,
        transmission,
        engine,
        fuelType,
        condition,
        conditionGrade,
        cleanTitle,
        priceCents,
        features,
        notes,
        meaning,
        null,
        null);
  }

  public VehicleFacts {
    features = List.copyOf(features);
    meaning = meaning == null ? Map.of() : Map.copyOf(meaning);
  }

  /** Whether texts say kilometres. */
  public boolean inKilometres() {
    return odometer != null && "KM".equals(odometerUnit);
  }

  /** The mileage in the unit that texts say; null if it is unknown. */
  public @Nullable Integer distance() {
    return inKilometres() ? odometer : mileage;
  }

  /** What the stock says of a kind; null if nothing. */
  public @Nullable Saying saying(String kind) {
    return meaning == null ? null : meaning.get(kind);
  }

  /** Whether the stock affirms this value of the kind, and denies it nowhere. */
  public boolean says(String kind, String value) {
    Saying saying = saying(kind);
    boolean denied = kind.equals("title") && Boolean.FALSE.equals(cleanTitle);
    return saying != null && value.equals(saying.value()) && !denied;
  }

  /** Year, make, model and trim, as far as known. */
  public String name() {
    String name = year + " " + make.strip() + " " + model.strip();
    return trim == null || trim.isBlank() ? name : name + " " + trim.strip();
  }
}
