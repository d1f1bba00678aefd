package com.lotview.auth.registration.web;

import com.lotview.auth.account.MarketCodes;
import com.lotview.auth.account.NewDealership;
import com.lotview.auth.registration.Applicant;
import com.lotview.auth.registration.OpenDealership;
import com.lotview.auth.registration.Registrations;
import com.lotview.auth.session.web.LoginAnswers;
import com.lotview.auth.session.web.SessionResponse;
import com.lotview.contracts.DistanceUnit;
import com.lotview.contracts.ErrorCode;
import com.lotview.kit.error.RefusalException;
import com.lotview.kit.openapi.ApiAnswer;
import com.lotview.kit.openapi.ApiField;
import com.lotview.kit.security.RequestOrigin;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.ZoneId;
import java.util.Locale;
import java.util.concurrent.RejectedExecutionException;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Registration of a dealership. */
@RestController
@RequestMapping("/v1/auth/registration")
class RegistrationController {
  private static final String LINE = "[^\\p{Cntrl}\\p{Cf}\\p{Co}\\p{Cn}]*";
  private static final String NOT_A_LINE = "must be one line of text that can be seen";
  private static final String LONG = "is too long";
  private static final String MISSING = "is required";

  private final Registrations registrations;
  private final OpenDealership dealerships;

  RegistrationController(Registrations registrations, OpenDealership dealerships) {
    this.registrations = registrations;
    this.dealerships = dealerships;
  }

  /**
   * A dealership to register and who leads it.
   *
   * @param timezone as in the IANA time zone database
   * @param country two letters (ISO 3166-1); null: the United States
   * @param currency three letters (ISO 4217); null: the country's
   * @param distanceUnit what odometers count; null: as usual in the country
   */
  record RegistrationRequest(
      @NotBlank(message = MISSING)
          @Email(message = "must be an e-mail address")
          @Size(max = 254, message = LONG)
          String email,
      @NotBlank(message = MISSING)
          @Size(max = 100, message = LONG)
          @Pattern(regexp = LINE, message = NOT_A_LINE)
          String firstName,
      @NotNull(message = MISSING)
          @Size(max = 100, message = LONG)
          @Pattern(regexp = LINE, message = NOT_A_LINE)
          String lastName,
      @NotBlank(message = MISSING)
          @Size(max = 120, message = LONG)
          @Pattern(regexp = LINE, message = NOT_A_LINE)
          String dealership,
      @Nullable @Size(max = 100, message = LONG) @Pattern(regexp = LINE, message = NOT_A_LINE)
          String city,
      @Nullable @Size(max = 50, message = LONG) @Pattern(regexp = LINE, message = NOT_A_LINE)
          String state,
      @Nullable @Size(max = 16, message = LONG) @Pattern(regexp = LINE, message = NOT_A_LINE)
          String zip,
      @Nullable @Pattern(regexp = "[+0-9][0-9 ().-]{4,29}", message = "must be a phone number")
          String phone,
      @NotNull(message = MISSING) String timezone,
      @Nullable @ApiField(example = "US") String country,
      @Nullable @ApiField(example = "USD") String currency,
      @Nullable DistanceUnit distanceUnit) {

    Applicant applicant() {
      if (!ZoneId.getAvailableZoneIds().contains(timezone)) {
        throw RefusalException.invalid("timezone", "must be a time zone such as America/Denver");
      }
      return new Applicant(
          email.strip().toLowerCase(Locale.ROOT),
          firstName.strip(),
          lastName.strip(),
          new NewDealership(
              dealership.strip(),
              city,
              state,
              zip,
              phone,
              timezone,
              MarketCodes.market(country, currency, distanceUnit)));
    }

    @Override
    public String toString() {
      return "RegistrationRequest[***]";
    }
  }

  /** The token of the mailed link, and the password to choose. */
  record RegistrationConfirmationRequest(
      @NotBlank(message = MISSING) @Size(max = 100, message = LONG) String token,
      @NotNull(message = MISSING) @Size(max = 256, message = "must have 8 to 256 characters")
          String password) {

    @Override
    public String toString() {
      return "RegistrationConfirmationRequest[***]";
    }
  }

  @PostMapping
  @ResponseStatus(HttpStatus.ACCEPTED)
  Mono<Void> apply(@Valid @RequestBody RegistrationRequest request, RequestOrigin origin) {
    return registrations.apply(request.applicant(), origin);
  }

  @PostMapping("/confirmation")
  @ApiAnswer(value = SessionResponse.class, accepted = LoginAnswers.ChallengeResponse.class)
  Mono<ResponseEntity<Object>> open(
      @Valid @RequestBody RegistrationConfirmationRequest request,
      RequestOrigin origin,
      ServerWebExchange exchange) {
    return dealerships
        .open(request.token(), request.password(), origin)
        .onErrorMap(
            RejectedExecutionException.class,
            e ->
                new RefusalException(
                    ErrorCode.SERVICE_UNAVAILABLE,
                    "Too many passwords are being checked; try again"))
        .map(outcome -> LoginAnswers.of(exchange, outcome));
  }
}
