package com.lotview.worker.marketplace.form;

import com.lotview.contracts.DistanceUnit;
import com.lotview.contracts.Market;
import com.lotview.form.FormMap;
import com.lotview.form.mapping.Amount;
import com.lotview.form.mapping.FormValues;
import com.lotview.worker.marketplace.page.Page;
import com.lotview.worker.marketplace.page.PostingOutcome.FieldUnmappable;
import com.lotview.worker.marketplace.page.StoppedException;
import com.lotview.worker.marketplace.settings.Units;
import com.lotview.worker.text.DealerTexts;
import java.util.List;
import java.util.Map;

/** The currency and the unit of distance that the form asks for. */
final class FormUnits {
  private final Page page;
  private final FormValues values;

  FormUnits(Page page, FormValues values) {
    this.page = page;
    this.values = values;
  }

  /**
   * In a form with another currency or unit the order's digits would be false, and the worker does
   * not convert. Conversions happen before the order, with a note to the dealer.
   */
  void insist(Map<String, String> read, List<FormField> filled) {
    Market market = values.market();
    if (market == null || page.settings().units() == Units.ACCOUNT) {
      return;
    }
    String price = read.getOrDefault("price", "");
    if (!Amount.mayBeIn(market.currency(), price)) {
      throw unit(
          "price",
          values.priceDollars() + " " + market.currency(),
          DealerTexts.asksFor(Amount.currency(price)));
    }
    DistanceUnit other =
        market.distanceUnit() == DistanceUnit.MI ? DistanceUnit.KM : DistanceUnit.MI;
    if (counts(other, filled)) {
      throw unit(
          "mileage",
          values.mileage() + " " + market.distanceUnit().sign(),
          DealerTexts.counts(other.words()));
    }
  }

  /** Whether the label of the mileage, or the preview of it, names the unit. */
  private boolean counts(DistanceUnit unit, List<FormField> filled) {
    FormMap map = page.map();
    String digits = String.valueOf(values.mileage());
    return isLabelledIn(unit, map, filled)
        || unit.sign()
            .equals(page.raw("form.unit", digits, map.text("miles"), map.text("kilometres")));
  }

  private boolean isLabelledIn(DistanceUnit unit, FormMap map, List<FormField> filled) {
    MileageLabel label = new MileageLabel(map);
    return filled.stream()
        .filter(field -> field.name().equals("mileage"))
        .map(field -> field.labels().stream().filter(one -> label.counts(unit, one)).toList())
        .anyMatch(labels ->
            !labels.isEmpty()
                && page.ask("form.field", map.formNames(), "text", labels).isPresent());
  }

  private static StoppedException unit(String field, String value, String form) {
    return new StoppedException(new FieldUnmappable(field, value, DealerTexts.otherUnit(form)));
  }
}
