package com.lotview.worker.fleet.site;

import com.lotview.contracts.Market;
import com.lotview.form.mapping.ListingOrder;
import com.lotview.form.mapping.OrderPhoto;
import com.lotview.worker.fleet.job.PostingOrder;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Converts orders for the marketplace flow. */
final class Listings {
  private Listings() {}

  static ListingOrder of(PostingOrder order, List<Path> files) {
    PostingOrder.Listing listing = order.listing();
    return new ListingOrder(
        listing.year(),
        listing.make(),
        listing.model(),
        listing.trim(),
        listing.vin(),
        listing.mileage(),
        listing.priceCents(),
        listing.bodyStyle(),
        listing.exteriorColor(),
        listing.interiorColor(),
        condition(listing.conditionGrade()),
        listing.fuelType(),
        listing.transmission(),
        listing.cleanTitle(),
        listing.description(),
        order.marker(),
        listing.location().city() + ", " + listing.location().state(),
        IntStream.range(0, files.size())
            .mapToObj(i -> new OrderPhoto(files.get(i), order.photos().get(i).sha256()))
            .toList(),
        // Orders of before the inventory read cells have none: their words then say nothing.
        Objects.requireNonNullElse(listing.meaning(), Map.of()),
        market(listing));
  }

  private static @Nullable Market market(PostingOrder.Listing listing) {
    return listing.country() == null || listing.currency() == null || listing.distanceUnit() == null
        ? null
        : new Market(listing.country(), listing.currency(), listing.distanceUnit());
  }

  private static @Nullable String condition(@Nullable String grade) {
    return grade == null
        ? null
        : switch (grade) {
          case "EXCELLENT" -> "Excellent";
          case "VERY_GOOD" -> "Very good";
          case "GOOD" -> "Good";
          case "FAIR" -> "Fair";
          case "POOR" -> "Poor";
          default -> throw new IllegalArgumentException("Unknown condition grade " + grade);
        };
  }
}
