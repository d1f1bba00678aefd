package com.lotview.sandbox.ledger;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A listing as the site stored it. Values chosen from lists are in the words of the form's
 * language.
 *
 * @param id the digits in /marketplace/item/&lt;id&gt;
 * @param account the seller's account id
 * @param variant the form's variant, such as "us"
 * @param title made by the site: year, make, model
 * @param mileage digits of what was typed; null when the form had no such field or it was empty
 * @param price digits of what was typed, in whole units of the currency
 * @param description with line feeds as typed; empty when left so
 * @param location the picked place, such as "Denver, Colorado"
 * @param groups names of the groups ticked when publishing
 * @param photos in order, the first is the cover
 * @param raw every form field's text exactly as the form held it
 * @param formOpenedAt when the form was served; null when the request came from no form
 * @param formSession which opening of the form it came from
 * @param sold true after "Mark as sold"
 */
public record Listing(
    String id,
    String account,
    String variant,
    String title,
    String vehicleType,
    @Nullable Integer year,
    String make,
    String model,
    @Nullable Long mileage,
    @Nullable Long price,
    @Nullable String bodyStyle,
    @Nullable String exteriorColor,
    @Nullable String interiorColor,
    boolean cleanTitle,
    @Nullable String condition,
    @Nullable String fuelType,
    @Nullable String transmission,
    String description,
    String location,
    List<String> groups,
    List<Photo> photos,
    Map<String, String> raw,
    Instant createdAt,
    @Nullable Instant formOpenedAt,
    @Nullable String formSession,
    Interaction interaction,
    boolean sold) {

  /** The same listing, sold or available again. */
  public Listing withSold(boolean newSold) {
    return new Listing(
        id,
        account,
        variant,
        title,
        vehicleType,
        year,
        make,
        model,
        mileage,
        price,
        bodyStyle,
        exteriorColor,
        interiorColor,
        cleanTitle,
        condition,
        fuelType,
        transmission,
        description,
        location,
        groups,
        photos,
        raw,
        createdAt,
        formOpenedAt,
        formSession,
        interaction,
        newSold);
  }
}
