package com.lotview.posting.posting.submit;

import com.lotview.contracts.ErrorCode;
import com.lotview.form.mapping.FormMapping;
import com.lotview.form.mapping.ListingOrder;
import com.lotview.form.mapping.Reading;
import com.lotview.form.mapping.UnmappableException;
import com.lotview.form.plan.FormPlan;
import com.lotview.kit.error.RefusalException;
import com.lotview.posting.posting.model.ListingText;
import com.lotview.posting.posting.model.Posting;
import com.lotview.posting.vehicle.VehicleFacts;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What the form of a posting is filled with: the plan by which a worker would fill it. */
public final class HandPlan {
  private static final FormMapping MAPPING = new FormMapping();

  private HandPlan() {}

  /**
   * The plan of a posting that has its text.
   *
   * @throws RefusalException with {@code VEHICLE_NOT_POSTABLE} and the field if a value that the
   *     form requires does not fit it
   */
  public static FormPlan of(Posting posting) {
    try {
      return FormPlan.of(MAPPING, MAPPING.map(order(posting)));
    } catch (UnmappableException unfit) {
      throw new RefusalException(
          ErrorCode.VEHICLE_NOT_POSTABLE,
          unfit.field() + ": " + unfit.reason(),
          List.of(new RefusalException.FieldProblem(unfit.field(), unfit.reason())));
    }
  }

  private static ListingOrder order(Posting posting) {
    VehicleFacts vehicle = posting.snapshot().vehicle();
    ListingText text = Objects.requireNonNull(posting.text(), "a form is filled with a text");
    return new ListingOrder(
        Objects.requireNonNull(vehicle.year(), "a postable vehicle has a year"),
        known(vehicle.make()),
        known(vehicle.model()),
        vehicle.trim(),
        vehicle.vin(),
        vehicle.mileageIn(posting.snapshot().form().distanceUnit()),
        Objects.requireNonNullElse(vehicle.priceCents(), 0L),
        vehicle.bodyStyle(),
        vehicle.exteriorColor(),
        vehicle.interiorColor(),
        vehicle.conditionGrade(),
        vehicle.fuelType(),
        vehicle.transmission(),
        vehicle.cleanTitle(),
        Reference.in(text.description(), posting.marker()),
        posting.marker(),
        posting.snapshot().place().toString(),
        List.of(),
        readings(vehicle),
        posting.snapshot().form());
  }

  private static String known(@Nullable String text) {
    return text == null ? "" : text;
  }

  private static Map<String, Reading> readings(VehicleFacts vehicle) {
    var meaning = vehicle.meaning();
    return meaning == null
        ? Map.of()
        : meaning.entrySet().stream()
            .collect(Collectors.toMap(Map.Entry::getKey, kind -> reading(kind.getValue())));
  }

  private static Reading reading(com.lotview.posting.vehicle.Reading cell) {
    return new Reading(cell.value(), cell.not(), cell.both(), cell.column(), cell.cell());
  }
}
