package com.lotview.auth.account;

import com.lotview.contracts.DistanceUnit;
import com.lotview.contracts.ErrorCode;
import com.lotview.contracts.Market;
import com.lotview.kit.error.RefusalException;
import com.lotview.kit.openapi.ApiField;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.ZoneId;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a manager may change of a dealership. Null leaves a value unchanged; an empty text removes
 * it, unless it is required.
 *
 * @param website address with http or https
 * @param timezone as in the IANA time zone database
 * @param country two letters (ISO 3166-1); brings its currency and unit, where they are not given
 * @param currency three letters (ISO 4217)
 * @param distanceUnit what odometers count
 * @param approvalRequired whether a salesperson's posting waits for a manager's approval
 * @param texts replace all earlier ones; a missing part is removed
 */
public record DealershipChange(
    @Nullable
        @Size(max = 120, message = "must have at most 120 characters")
        @Pattern(regexp = ONE_LINE + "[^\\s" + HIDDEN + "]" + ONE_LINE, message = NOT_ONE_LINE)
        String name,
    @Nullable
        @Size(max = 200, message = "must have at most 200 characters")
        @Pattern(regexp = ONE_LINE, message = NOT_ONE_LINE)
        String address,
    @Nullable
        @Size(max = 100, message = "must have at most 100 characters")
        @Pattern(regexp = ONE_LINE, message = NOT_ONE_LINE)
        String city,
    @Nullable
        @Size(max = 50, message = "must have at most 50 characters")
        @Pattern(regexp = ONE_LINE, message = NOT_ONE_LINE)
        String state,
    @Nullable
        @Size(max = 16, message = "must have at most 16 characters")
        @Pattern(regexp = ONE_LINE, message = NOT_ONE_LINE)
        String zip,
    @Nullable
        @Pattern(regexp = "|[+0-9][0-9 ().-]{4,29}", message = "must be a phone number")
        @ApiField(example = "+1 303 555 0100")
        String phone,
    @Nullable
        @Size(max = 300, message = "must have at most 300 characters")
        @Pattern(regexp = "|https?://[^\\s<>\"]+", message = "must be an http or https address")
        String website,
    @Nullable @ApiField(example = "America/Denver") String timezone,
    @Nullable @ApiField(example = "US") String country,
    @Nullable @ApiField(example = "USD") String currency,
    @Nullable DistanceUnit distanceUnit,
    @Nullable @Valid DealershipTexts texts,
    @Nullable Boolean approvalRequired) {

  // Listings contain these texts, and no listing may contain invisible characters.
  private static final String HIDDEN = "\\p{Cntrl}\\p{Cf}\\p{Co}\\p{Cn}";
  private static final String ONE_LINE = "[^" + HIDDEN + "]*";
  private static final String NOT_ONE_LINE = "must be one line of text that can be seen";

  private boolean isEmpty() {
    return Stream.of(
            name,
            address,
            city,
            state,
            zip,
            phone,
            website,
            timezone,
            country,
            currency,
            distanceUnit,
            texts,
            approvalRequired)
        .allMatch(Objects::isNull);
  }

  /** Where the dealership is after the change, if it was there before. */
  public Market from(Market before) {
    Market there = country == null ? before : Market.of(country);
    return new Market(
        there.country(),
        currency == null ? there.currency() : currency,
        distanceUnit == null ? there.distanceUnit() : distanceUnit);
  }

  /** Makes the checks that annotations cannot express. */
  void check() {
    if (isEmpty()) {
      throw new RefusalException(
          ErrorCode.VALIDATION_ERROR, "Send at least one field that is to be changed");
    }
    if (timezone != null && !ZoneId.getAvailableZoneIds().contains(timezone)) {
      throw RefusalException.invalid("timezone", "must be a time zone such as America/Denver");
    }
    MarketCodes.check(country, currency);
  }
}
