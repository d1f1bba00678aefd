package com.lotview.bench.form;

import com.lotview.bench.form.FormSite.Visitor;
import com.lotview.form.mapping.FormMapping;
import com.lotview.form.mapping.FormValues;
import com.lotview.form.mapping.ListingOrder;
import com.lotview.form.mapping.OrderPhoto;
import com.lotview.sandbox.ledger.Listing;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;
import org.jspecify.annotations.Nullable;

/**
 * Determines what the ledger must contain for a vehicle, independently of the worker: typed fields
 * directly from the vehicle, choices by {@link FormWords}; only for a word that the table lacks, by
 * the worker's own mapping (reported in {@link #byWorker}). An optional choice may be left out, but
 * must not be a different one. Thread-safe.
 */
public final class FormJudge {
  /** Fields without a value in our vehicles, or that are compared separately. */
  private static final Set<String> STRANGE = Set.of("doors", "owners", "vin", "trim");

  private final FormSite site;
  private final FormWords words = new FormWords();
  private final FormMapping mapping = new FormMapping();
  private final Set<String> byWorker = new ConcurrentSkipListSet<>();

  /**
   * A judgement.
   *
   * @param wrong the differences; an extra listing counts as one
   * @param leftOut choices that were ordered and are empty
   */
  public record Judgement(int listed, List<String> wrong, List<String> leftOut) {}

  public FormJudge(FormSite site) {
    this.site = site;
  }

  /** Words for which the worker's mapping had to be trusted. */
  Set<String> byWorker() {
    return Set.copyOf(byWorker);
  }

  public Judgement judge(Visitor visitor, FeedVehicle vehicle, ListingOrder order) {
    return judge(visitor, vehicle, order, List.of());
  }

  /**
   * The same for an account with other listings.
   *
   * @param others their ids
   */
  public Judgement judge(
      Visitor visitor, FeedVehicle vehicle, ListingOrder order, List<String> others) {
    List<Listing> listed =
        site.listings(visitor).stream().filter(one -> !others.contains(one.id())).toList();
    if (listed.isEmpty()) {
      return new Judgement(0, List.of(), List.of());
    }
    Listing stored = listed.getFirst();
    List<String> wrong = new ArrayList<>();
    List<String> leftOut = new ArrayList<>();
    if (listed.size() > 1) {
      wrong.add("listed " + listed.size() + " times");
    }
    Map<String, @Nullable Object> expected = typed(visitor, vehicle, order);
    leftOut.addAll(expectChoices(expected, stored, choices(vehicle, order)));
    if (vehicle.cleanTitle() && !stored.cleanTitle()) {
      leftOut.add("cleanTitle");
      expected.put("cleanTitle", "false");
    }
    site.judge(expected).forEach(one -> wrong.add(one.toString()));
    strange(stored, vehicle, wrong);
    return new Judgement(listed.size(), List.copyOf(wrong), List.copyOf(leftOut));
  }

  private static Map<String, @Nullable Object> typed(
      Visitor visitor, FeedVehicle vehicle, ListingOrder order) {
    Map<String, @Nullable Object> expected = new HashMap<>();
    expected.put("account", visitor.id());
    expected.put("vehicleType", "Car/Truck");
    expected.put("year", String.valueOf(vehicle.facts().year()));
    expected.put("make", vehicle.facts().make());
    expected.put("model", vehicle.facts().model());
    expected.put("mileage", String.valueOf(vehicle.facts().mileage()));
    expected.put("price", String.valueOf(vehicle.priceDollars()));
    expected.put("description", order.description());
    expected.put("location", order.location());
    expected.put("cleanTitle", String.valueOf(vehicle.cleanTitle()));
    expected.put("photos", order.photos().stream().map(OrderPhoto::sha256).toList());
    return expected;
  }

  /** The chosen values to expect; returns the fields that were left out. */
  private List<String> expectChoices(
      Map<String, @Nullable Object> expected, Listing stored, Map<String, List<String>> choices) {
    List<String> leftOut = new ArrayList<>();
    choices.forEach((field, options) -> {
      String found = meant(stored, field);
      if (found == null && !options.contains("-")) {
        leftOut.add(field);
      }
      expected.put(field, found == null ? null : wanted(options, found));
    });
    return leftOut;
  }

  private Map<String, List<String>> choices(FeedVehicle vehicle, ListingOrder order) {
    FormValues worker = mapping.map(order);
    Map<String, List<String>> choices = new HashMap<>();
    choices.put("condition", List.of(vehicle.grade()));
    put(choices, "bodyStyle", order.bodyStyle(), worker.bodyStyle());
    put(choices, "exteriorColor", order.exteriorColor(), worker.exteriorColor());
    put(choices, "interiorColor", order.interiorColor(), worker.interiorColor());
    put(choices, "fuelType", order.fuelType(), worker.fuelType());
    put(choices, "transmission", order.transmission(), worker.transmission());
    return choices;
  }

  private void put(
      Map<String, List<String>> choices,
      String field,
      @Nullable String word,
      @Nullable String chosen) {
    choices.put(
        field,
        word == null && !field.equals("transmission")
            ? List.of("-")
            : words.of(field, String.valueOf(word)).orElseGet(() -> believed(field, word, chosen)));
  }

  private List<String> believed(String field, @Nullable String word, @Nullable String chosen) {
    byWorker.add(field + " '" + word + "' as " + chosen);
    return chosen == null
        ? List.of("-")
        : switch (chosen) {
          case "VAN" -> List.of("Minivan", "Other", "Truck");
          case "OTHER_FUEL" -> List.of("Other");
          case "AUTOMATIC" -> List.of("Automatic transmission");
          case "MANUAL" -> List.of("Manual transmission");
          default -> List.of(chosen.replace('_', ' '));
        };
  }

  /** What the site stored, in the words of the US form. */
  private static @Nullable String meant(Listing stored, String field) {
    String found =
        switch (field) {
          case "bodyStyle" -> stored.bodyStyle();
          case "exteriorColor" -> stored.exteriorColor();
          case "interiorColor" -> stored.interiorColor();
          case "condition" -> stored.condition();
          case "fuelType" -> stored.fuelType();
          case "transmission" -> stored.transmission();
          default -> throw new IllegalArgumentException(field);
        };
    return found == null || found.isBlank() ? null : stored.canonical().getOrDefault(field, found);
  }

  private static @Nullable String wanted(List<String> options, String found) {
    return options.stream()
        .filter(option -> loose(option).equals(loose(found)))
        .findFirst()
        .orElseGet(() -> options.getFirst().equals("-") ? null : options.getFirst());
  }

  static String loose(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFKD)
        .replaceAll("[\\p{M}\\s\\p{Z}_-]+", "")
        .toLowerCase(Locale.ROOT);
  }

  /** New fields of a mutated form are empty, or contain exactly the requested fact. */
  private static void strange(Listing stored, FeedVehicle vehicle, List<String> wrong) {
    stored
        .raw()
        .forEach((field, value) -> {
          boolean known =
              !STRANGE.contains(field)
                  || value.isBlank()
                  || value.equals(vehicle.facts().trim())
                  || value.equals(vehicle.facts().vin());
          if (!known) {
            wrong.add("new field " + field + ": found '" + value + "'");
          }
        });
  }
}
