package com.lotview.posting.posting.submit;

import com.lotview.contracts.ErrorCode;
import com.lotview.contracts.Market;
import com.lotview.contracts.PostingNeeds;
import com.lotview.kit.error.RefusalException;
import com.lotview.kit.error.RefusalException.FieldProblem;
import com.lotview.posting.posting.model.ListingSnapshot;
import com.lotview.posting.posting.model.Place;
import com.lotview.posting.texts.DealerTexts;
import com.lotview.posting.vehicle.Dealership;
import com.lotview.posting.vehicle.Reading;
import com.lotview.posting.vehicle.StockedVehicle;
import com.lotview.posting.vehicle.VehicleFacts;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Whether a vehicle has what a listing needs. Missing values are reported, never made up. */
final class Postability {
  private Postability() {}

  /**
   * What the listing will be made of.
   *
   * @param market of the account: a price in another currency is refused, never converted
   * @throws RefusalException {@code VEHICLE_NOT_POSTABLE} with every reason
   */
  static ListingSnapshot check(
      StockedVehicle stock, Dealership dealership, Market market, PostingOrder order) {
    VehicleFacts vehicle = stock.vehicle();
    Long price = order.priceOverride() != null ? order.priceOverride() : vehicle.priceCents();
    Place place = order.locationOverride() != null ? order.locationOverride() : placeOf(dealership);
    List<FieldProblem> problems = problems(stock, market, price, place);
    if (price == null || place == null || !problems.isEmpty()) {
      throw new RefusalException(
          ErrorCode.VEHICLE_NOT_POSTABLE,
          problems.stream()
              .map(problem -> problem.field() + ": " + problem.reason())
              .reduce((a, b) -> a + "; " + b)
              .orElse(ErrorCode.VEHICLE_NOT_POSTABLE.title()),
          problems);
    }
    return new ListingSnapshot(
        vehicle.at(price),
        stock.photos(),
        dealership,
        place,
        stock.lotDate(),
        order.overrides(),
        market);
  }

  private static List<FieldProblem> problems(
      StockedVehicle stock, Market market, @Nullable Long price, @Nullable Place place) {
    VehicleFacts vehicle = stock.vehicle();
    Reading type = vehicle.meaning() == null ? null : vehicle.meaning().get("type");
    PostingNeeds needs =
        new PostingNeeds(
            stock.status(),
            type == null ? null : type.value(),
            type != null,
            vehicle.year(),
            vehicle.make(),
            vehicle.model(),
            vehicle.mileage(),
            price,
            currency(vehicle, market),
            market.currency(),
            stock.photos().size());
    List<FieldProblem> problems = new ArrayList<>();
    for (String field : needs.missing()) {
      problems.add(new FieldProblem(field, reason(field, stock, market, type)));
    }
    if (place == null) {
      problems.add(new FieldProblem("location", DealerTexts.NO_PLACE));
    }
    return problems;
  }

  // An order's own price is in the account's currency, where the vehicle has none.
  private static String currency(VehicleFacts vehicle, Market market) {
    String said = vehicle.priceCurrency();
    String stored = said == null ? PostingNeeds.NO_CURRENCY_SAID : said;
    return vehicle.priceCents() == null ? market.currency() : stored;
  }

  private static String reason(
      String field, StockedVehicle stock, Market market, @Nullable Reading type) {
    return switch (field) {
      case PostingNeeds.STATUS -> DealerTexts.hasStatus(stock.status());
      case PostingNeeds.VEHICLE_TYPE ->
          type == null
              ? DealerTexts.MISSING
              : DealerTexts.otherType(String.valueOf(type.value()), type.column(), type.cell());
      // The same digits in the form would mean another price.
      case PostingNeeds.PRICE_CURRENCY ->
          DealerTexts.otherCurrency(currency(stock.vehicle(), market), market.currency());
      case PostingNeeds.PHOTOS -> DealerTexts.NO_PHOTO;
      default -> DealerTexts.MISSING;
    };
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
