package com.lotview.inventory.vehicle;

import com.lotview.contracts.DistanceUnit;
import com.lotview.contracts.Market;
import com.lotview.kit.error.RefusalException;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Defaults for a vehicle that a person enters: a price without a currency is in the dealership's
 * currency, an odometer without a unit in the dealership's unit. A price is never converted.
 */
final class MarketDefaults {
  private MarketDefaults() {}

  /**
   * The wanted draft, completed.
   *
   * @param before what the vehicle was; a price that it had keeps its currency
   */
  static VehicleDraft complete(VehicleDraft before, VehicleDraft wanted, Market market) {
    boolean firstPrice =
        wanted.price() != null && wanted.priceCurrency() == null && before.price() == null;
    String currency = firstPrice ? market.currency() : wanted.priceCurrency();
    Long odometer = wanted.odometer();
    if (odometer == null) {
      return wanted.in(currency, wanted.mileage(), wanted.odometerUnit());
    }
    DistanceUnit unit = unit(wanted.odometerUnit(), market);
    boolean told =
        !odometer.equals(before.odometer()) || !unit.name().equals(before.odometerUnit());
    boolean mileageKept = Objects.equals(wanted.mileage(), before.mileage());
    Long miles = told && mileageKept ? Long.valueOf(unit.miles(odometer)) : wanted.mileage();
    return wanted.in(currency, miles, unit.name());
  }

  private static DistanceUnit unit(@Nullable String said, Market market) {
    if (said == null) {
      return market.distanceUnit();
    }
    for (DistanceUnit unit : DistanceUnit.values()) {
      if (unit.name().equals(said)) {
        return unit;
      }
    }
    throw RefusalException.invalid("odometerUnit", "must be MI or KM");
  }
}
