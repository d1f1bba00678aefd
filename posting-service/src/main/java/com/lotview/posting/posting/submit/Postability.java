package com.lotview.posting.posting.submit;

import com.lotview.contracts.ErrorCode;
import com.lotview.kit.web.ApiException;
import com.lotview.kit.web.ApiException.FieldProblem;
import com.lotview.posting.posting.model.ListingSnapshot;
import com.lotview.posting.posting.model.Place;
import com.lotview.posting.texts.DealerTexts;
import com.lotview.posting.vehicle.Dealership;
import com.lotview.posting.vehicle.Reading;
import com.lotview.posting.vehicle.StockedVehicle;
import com.lotview.posting.vehicle.VehicleFacts;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Whether a vehicle has what a listing needs; what is missing is said, never made up. */
final class Postability {
  private static final Set<String> NOT_FOR_SALE = Set.of("PENDING", "SOLD", "ARCHIVED");

  private static final String CAR = "CAR_TRUCK";

  private Postability() {}

  /**
   * What the listing will be made of.
   *
   * @throws ApiException {@code VEHICLE_NOT_POSTABLE} with every reason
   */
  static ListingSnapshot check(StockedVehicle stock, Dealership dealership, PostingOrder order) {
    VehicleFacts vehicle = stock.vehicle();
    Long price = order.priceOverride() != null ? order.priceOverride() : vehicle.priceCents();
    Place place = order.locationOverride() != null ? order.locationOverride() : placeOf(dealership);
    List<FieldProblem> problems = problems(stock, price, place);
    if (price == null || place == null || !problems.isEmpty()) {
      throw new ApiException(
          ErrorCode.VEHICLE_NOT_POSTABLE,
          problems.stream()
              .map(problem -> problem.field() + ": " + problem.reason())
              .reduce((a, b) -> a + "; " + b)
              .orElse(ErrorCode.VEHICLE_NOT_POSTABLE.title()),
          problems);
    }
    return new ListingSnapshot(
        vehicle.at(price), stock.photos(), dealership, place, order.overrides());
  }

  private static List<FieldProblem> problems(
      StockedVehicle stock, @Nullable Long price, @Nullable Place place) {
    VehicleFacts vehicle = stock.vehicle();
    List<FieldProblem> problems = new ArrayList<>();
    if (NOT_FOR_SALE.contains(stock.status())) {
      problems.add(new FieldProblem("status", DealerTexts.hasStatus(stock.status())));
    }
    Reading type = vehicle.meaning() == null ? null : vehicle.meaning().get("type");
    if (type != null && !CAR.equals(type.value())) {
      problems.add(
          new FieldProblem(
              "vehicleType",
              "is %s (%s: %s); only cars and trucks can be posted"
                  .formatted(type.value(), type.column(), type.cell())));
    }
    require(problems, "year", vehicle.year() != null);
    require(problems, "make", isSaid(vehicle.make()));
    require(problems, "model", isSaid(vehicle.model()));
    require(problems, "mileage", vehicle.mileage() != null);
    require(problems, "price", price != null && price > 0);
    if (stock.photos().isEmpty()) {
      problems.add(new FieldProblem("photos", DealerTexts.NO_PHOTO));
    }
    if (place == null) {
      problems.add(new FieldProblem("location", DealerTexts.NO_PLACE));
    }
    return problems;
  }

  private static void require(List<FieldProblem> problems, String field, boolean there) {
    if (!there) {
      problems.add(new FieldProblem(field, DealerTexts.MISSING));
    }
  }

  private static @Nullable Place placeOf(Dealership dealership) {
    String city = dealership.city();
    String state = dealership.state();
    return isSaid(city) && isSaid(state)
        ? new Place(String.valueOf(city), String.valueOf(state))
        : null;
  }

  private static boolean isSaid(@Nullable String text) {
    return text != null && !text.isBlank();
  }
}
