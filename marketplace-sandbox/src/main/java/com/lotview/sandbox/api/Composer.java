package com.lotview.sandbox.api;

import com.lotview.sandbox.account.Account;
import com.lotview.sandbox.http.BadRequest;
import com.lotview.sandbox.http.Json;
import com.lotview.sandbox.ledger.FormSessions;
import com.lotview.sandbox.ledger.FormSessions.FormSession;
import com.lotview.sandbox.ledger.Interaction;
import com.lotview.sandbox.ledger.Listing;
import com.lotview.sandbox.ledger.Photo;
import com.lotview.sandbox.ledger.PhotoStore;
import com.lotview.sandbox.variant.Faces;
import com.lotview.sandbox.variant.Variant;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Makes a listing of what the form sent, with the same checks as the form itself. */
public final class Composer {
  private static final int MOST_PHOTOS = 20;

  private final Faces faces;
  private final PhotoStore photos;
  private final FormSessions sessions;
  private final Clock clock;

  /** Composes what the accounts' forms sent. */
  public Composer(Faces faces, PhotoStore photos, FormSessions sessions, Clock clock) {
    this.faces = faces;
    this.photos = photos;
    this.sessions = sessions;
    this.clock = clock;
  }

  /**
   * The listing.
   *
   * @throws BadRequest when a required field is missing or a value is not one of its list
   */
  Listing compose(String id, Account account, ObjectNode input) {
    Map<String, String> raw = texts(input.path("vehicle"));
    Variant variant = faces.of(account);
    String type = required(raw, "vehicleType");
    check(raw, type, variant);
    String year = required(raw, "year");
    String make = required(raw, "make").strip();
    String model = required(raw, "model").strip();
    Optional<FormSession> session = sessions.find(input.path("form_session").asString());
    return new Listing(
        id,
        account.id(),
        variant.name(),
        year + " " + make + " " + model,
        type,
        Integer.valueOf(year),
        make,
        model,
        digits(raw.get("mileage")),
        digits(raw.get("price")),
        chosen(raw, "bodyStyle"),
        chosen(raw, "exteriorColor"),
        chosen(raw, "interiorColor"),
        "true".equals(raw.get("cleanTitle")),
        chosen(raw, "condition"),
        chosen(raw, "fuelType"),
        chosen(raw, "transmission"),
        raw.getOrDefault("description", "").replace("\r\n", "\n"),
        required(raw, "location"),
        strings(input.path("groups")),
        pictures(input.path("photo_ids")),
        raw,
        canonical(raw, variant),
        clock.instant(),
        session.map(FormSession::openedAt).orElse(null),
        session.map(FormSession::id).orElse(null),
        interaction(input.path("interaction")),
        false,
        null,
        null,
        null,
        List.of());
  }

  /** The form as the account sees it. */
  Variant form(Account account) {
    return faces.of(account);
  }

  private static void check(Map<String, String> raw, String type, Variant variant) {
    variant.required(type).forEach(field -> required(raw, field));
    raw.forEach((field, value) -> {
      List<String> options = variant.options(field);
      boolean list = !field.equals("make") || variant.shows(type, "makeList");
      boolean free = options.isEmpty() || value.isEmpty() || !list;
      if (!free && !options.contains(value)) {
        throw new BadRequest("Please choose " + field);
      }
    });
    if (digits(raw.get("price")) == null) {
      throw new BadRequest("Please enter a price.");
    }
  }

  private static Map<String, String> canonical(Map<String, String> raw, Variant variant) {
    Map<String, String> words = new TreeMap<>();
    raw.forEach((field, value) ->
        variant.canonical(field, value).ifPresent(word -> words.put(field, word)));
    return words;
  }

  /** The members of a JSON object as texts, in their order. */
  static Map<String, String> texts(JsonNode object) {
    Map<String, String> texts = new LinkedHashMap<>();
    object
        .propertyStream()
        .forEach(entry -> texts.put(entry.getKey(), entry.getValue().asString("")));
    return texts;
  }

  private List<Photo> pictures(JsonNode ids) {
    List<Photo> pictures = new ArrayList<>();
    for (String id : strings(ids)) {
      Photo photo = photos.find(id).orElseThrow(() -> new BadRequest("no such photo: " + id));
      pictures.add(photo.at(pictures.size()));
    }
    if (pictures.size() > MOST_PHOTOS) {
      throw new BadRequest("You can add up to 20 photos.");
    }
    return List.copyOf(pictures);
  }

  /** The visitor's input events that the page recorded. */
  static Interaction interaction(JsonNode node) {
    return node.isObject() ? Json.read(node.toString(), Interaction.class) : Interaction.NONE;
  }

  private static List<String> strings(JsonNode array) {
    List<String> texts = new ArrayList<>();
    array.forEach(text -> texts.add(text.asString()));
    return List.copyOf(texts);
  }

  private static String required(Map<String, String> raw, String field) {
    String value = raw.get(field);
    if (value == null || value.isBlank()) {
      throw new BadRequest("Please enter " + field);
    }
    return value;
  }

  private static @Nullable String chosen(Map<String, String> raw, String field) {
    String value = raw.get(field);
    return value == null || value.isEmpty() ? null : value;
  }

  private static @Nullable Long digits(@Nullable String text) {
    String digits = text == null ? "" : text.replaceAll("\\D", "");
    return digits.isEmpty() || digits.length() > 15 ? null : Long.valueOf(digits);
  }
}
