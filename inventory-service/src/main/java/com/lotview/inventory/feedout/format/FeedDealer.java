package com.lotview.inventory.feedout.format;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The dealership as its feeds name it.
 *
 * @param storeCode its code at Google
 * @param country two letters (ISO 3166); null: not known
 */
public record FeedDealer(
    String storeCode,
    String name,
    @Nullable String street,
    @Nullable String city,
    @Nullable String region,
    @Nullable String postalCode,
    @Nullable String country,
    @Nullable String phone,
    @Nullable String website) {

  /** The same by another code. */
  public FeedDealer called(String code) {
    return new FeedDealer(code, name, street, city, region, postalCode, country, phone, website);
  }

  /** In one line, as on a letter; empty if it is not known. */
  String address() {
    String place =
        Stream.of(region, postalCode).filter(Objects::nonNull).collect(Collectors.joining(" "));
    List<@Nullable String> parts =
        Arrays.asList(street, city, place.isEmpty() ? null : place, country);
    return street == null || city == null
        ? ""
        : parts.stream().filter(Objects::nonNull).collect(Collectors.joining(", "));
  }
}
