package com.lotview.inventory.vehicle.query;

import com.lotview.inventory.posting.PostingStage;
import com.lotview.inventory.vehicle.VehicleStatus;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which vehicles are wanted; what is empty, open or null leaves none out.
 *
 * @param statuses empty: all that are not archived
 * @param words each of which occurs in year, make, model, trim, stock number or VIN
 * @param makes one of them, in any case
 * @param models one of them, in any case
 * @param price cents
 * @param mileage miles
 * @param postable whether nothing is missing for a posting
 * @param lacking at least one of these is missing for a posting; names of {@code PostingNeeds}
 * @param stages how far the latest posting is
 * @param keys VINs and stock numbers, one of which the vehicle has
 * @param search the interpretation of a search in words
 */
public record VehicleFilter(
    Set<VehicleStatus> statuses,
    List<String> words,
    List<String> makes,
    List<String> models,
    NumberRange year,
    NumberRange price,
    NumberRange mileage,
    NumberRange daysOnLot,
    NumberRange photos,
    @Nullable Boolean postable,
    Set<String> lacking,
    Set<PostingStage> stages,
    Keys keys,
    SearchReading search) {

  /** Vehicles by their numbers. */
  public record Keys(List<String> vins, List<String> stockNumbers) {
    public static final Keys ALL = new Keys(List.of(), List.of());

    public boolean isEmpty() {
      return vins.isEmpty() && stockNumbers.isEmpty();
    }
  }
}
