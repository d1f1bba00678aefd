package com.lotview.sandbox.ledger;

import com.lotview.sandbox.http.BadRequest;
import com.lotview.sandbox.http.Json;
import com.lotview.sandbox.ledger.Verdict.Difference;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Compares live listings with an order; a listing that is sold or deleted is not live. An order is
 * a JSON object: a field left out is not compared, a field that is null must be empty on the site.
 * A chosen value is the same in the form's own words and in the US words of the option.
 * Thread-safe.
 */
public final class Judge {
  private static final Pattern IGNORED = Pattern.compile("[\\p{M}\\s\\p{Z}-]+");
  private static final Set<String> CHOSEN =
      Set.of(
          "vehicleType",
          "make",
          "bodyStyle",
          "exteriorColor",
          "interiorColor",
          "condition",
          "fuelType",
          "transmission");
  private static final Set<String> TYPED =
      Set.of(
          "title",
          "year",
          "model",
          "mileage",
          "price",
          "cleanTitle",
          "description",
          "location",
          "vin");
  private static final Set<String> OTHER = Set.of("account", "listingId", "photos");

  private final Ledger ledger;

  /** A judge over this ledger. */
  public Judge(Ledger ledger) {
    this.ledger = ledger;
  }

  /**
   * The verdict on one order.
   *
   * @throws BadRequest when the order has an unknown field, or nothing to find its listing by
   */
  public Verdict judge(ObjectNode order) {
    check(order);
    List<Listing> same = sameVehicle(order);
    if (same.isEmpty()) {
      String wanted = Objects.requireNonNullElse(title(order), "photos as ordered");
      return new Verdict(false, 0, null, List.of(new Difference("listing", wanted, null)));
    }
    Listing best =
        same.stream()
            .min(Comparator.comparingInt(listing -> differences(order, listing).size()))
            .orElseThrow();
    List<Difference> differences = new ArrayList<>(differences(order, best));
    if (same.size() > 1) {
      differences.add(new Difference("count", "1", String.valueOf(same.size())));
    }
    return new Verdict(differences.isEmpty(), same.size(), best.id(), differences);
  }

  private static void check(ObjectNode order) {
    for (String field : order.propertyNames()) {
      if (!CHOSEN.contains(field) && !TYPED.contains(field) && !OTHER.contains(field)) {
        throw new BadRequest("unknown field in the order: " + field);
      }
    }
    if (title(order) == null && photos(order).isEmpty() && !order.has("listingId")) {
      throw new BadRequest("the order needs year+make+model, title, photos or listingId");
    }
  }

  /**
   * By the id if one is given; else by title, and among two cars of one title by mileage or
   * pictures. Pictures alone decide only when no title fits, as cars may share a dealer's own
   * picture.
   */
  private List<Listing> sameVehicle(ObjectNode order) {
    List<Listing> all =
        (order.hasNonNull("account")
                ? ledger.listings(order.get("account").asString())
                : ledger.listings())
            .stream().filter(listing -> !listing.sold()).toList();
    if (order.hasNonNull("listingId")) {
      String id = order.get("listingId").asString();
      List<Listing> named = all.stream().filter(listing -> listing.id().equals(id)).toList();
      return named.isEmpty() ? named : with(named.getFirst(), all);
    }
    String title = title(order);
    String wanted = title == null ? null : loose(title);
    List<Listing> titled =
        all.stream().filter(listing -> loose(listing.title()).equals(wanted)).toList();
    if (titled.isEmpty()) {
      return all.stream().filter(listing -> sharesPicture(order, listing)).toList();
    }
    List<Listing> close =
        titled.stream()
            .filter(listing -> sameMileage(order, listing) || sharesPicture(order, listing))
            .toList();
    return close.isEmpty() ? titled : close;
  }

  private static boolean sharesPicture(ObjectNode order, Listing listing) {
    return hashes(listing).stream().anyMatch(photos(order)::contains);
  }

  private static List<Listing> with(Listing named, List<Listing> all) {
    return all.stream()
        .filter(other ->
            other.id().equals(named.id())
                || (other.title().equals(named.title())
                    && Objects.equals(other.mileage(), named.mileage())
                    && other.account().equals(named.account())))
        .toList();
  }

  private static boolean sameMileage(ObjectNode order, Listing listing) {
    return !order.hasNonNull("mileage")
        || order.get("mileage").asString().equals(String.valueOf(listing.mileage()));
  }

  private static List<Difference> differences(ObjectNode order, Listing listing) {
    JsonNode stored = Json.MAPPER.valueToTree(listing);
    List<Difference> differences = new ArrayList<>();
    for (String field : order.propertyNames()) {
      if (field.equals("photos")) {
        comparePhotos(photos(order), hashes(listing), differences);
      } else if (!field.equals("listingId")) {
        String wanted = text(order.get(field));
        String found = field.equals("vin") ? listing.raw().get(field) : text(stored.get(field));
        String meant = listing.canonical().getOrDefault(field, found);
        boolean equal =
            (CHOSEN.contains(field) && wanted != null && found != null && meant != null)
                ? loose(wanted).equals(loose(found)) || loose(wanted).equals(loose(meant))
                : Objects.equals(wanted, found);
        if (!equal) {
          differences.add(new Difference(field, wanted, found));
        }
      }
    }
    return differences;
  }

  private static void comparePhotos(
      List<String> wanted, List<String> found, List<Difference> differences) {
    if (wanted.size() != found.size()) {
      differences.add(new Difference("photos.count", "" + wanted.size(), "" + found.size()));
    }
    for (int i = 0; i < Math.max(wanted.size(), found.size()); i++) {
      String want = i < wanted.size() ? wanted.get(i) : null;
      String have = i < found.size() ? found.get(i) : null;
      if (!Objects.equals(want, have)) {
        differences.add(new Difference("photos[" + i + "]", want, have));
      }
    }
  }

  private static @Nullable String title(ObjectNode order) {
    if (order.hasNonNull("title")) {
      return order.get("title").asString();
    }
    boolean whole =
        order.hasNonNull("year") && order.hasNonNull("make") && order.hasNonNull("model");
    return whole
        ? order.get("year").asString()
            + " "
            + order.get("make").asString()
            + " "
            + order.get("model").asString()
        : null;
  }

  private static List<String> photos(ObjectNode order) {
    JsonNode photos = order.get("photos");
    List<String> hashes = new ArrayList<>();
    if (photos != null) {
      photos.forEach(hash -> hashes.add(hash.asString()));
    }
    return hashes;
  }

  private static List<String> hashes(Listing listing) {
    return listing.photos().stream().map(Photo::sha256).toList();
  }

  /** Empty text and no text are the same: the form cannot tell them apart. */
  private static @Nullable String text(@Nullable JsonNode node) {
    if (node == null || node.isNull() || node.asString().isEmpty()) {
      return null;
    }
    return node.asString().replace("\r\n", "\n");
  }

  private static String loose(String text) {
    String parted = Normalizer.normalize(text, Normalizer.Form.NFKD);
    return IGNORED.matcher(parted).replaceAll("").toLowerCase(Locale.ROOT);
  }
}
