package com.lotview.inventory.vehicle;

import com.lotview.contracts.DistanceUnit;
import com.lotview.contracts.ErrorCode;
import com.lotview.inventory.meaning.Meaning;
import com.lotview.inventory.meaning.Origins;
import com.lotview.inventory.type.VehicleNumber;
import com.lotview.inventory.type.VinOrigin;
import com.lotview.kit.error.RefusalException;
import com.lotview.kit.error.RefusalException.FieldProblem;
import com.lotview.kit.json.StorableTime;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Year;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Currency;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The rules that a draft must obey to become facts. Collects every problem, not only the first. */
public final class VehicleRules {
  static final int FIRST_YEAR = 1900;
  static final long MAX_MILEAGE = 9_999_999;
  static final long MAX_CENTS = Integer.MAX_VALUE;
  static final int SHORT_TEXT = 100;
  static final int LONG_TEXT = 10_000;
  static final int MAX_FEATURES = 200;
  // A car costs billions of some currencies.
  private static final long MAX_HUNDREDTHS = 10_000_000_000_000L;
  private static final String DOLLARS = "USD";

  /** Stands in for required fields that a partial draft lacks. */
  private static final VehicleDraft NEEDED =
      new VehicleDraft(
          "-", null, 2000, "-", "-", null, null, null, null, null, null, null, null, null, null,
          null, null, null, null, null, null, null, null, null, null, null);

  private final Clock clock;

  public VehicleRules(Clock clock) {
    this.clock = clock;
  }

  /** Checks a vehicle of which no file says anything; never throws. */
  public Result check(VehicleDraft draft) {
    return check(draft, Origins.NONE);
  }

  /**
   * Checks; never throws.
   *
   * @param cells where the draft's values, and what is no field of its own, were read
   */
  public Result check(VehicleDraft draft, Origins cells) {
    return new Check(clock).run(draft, cells);
  }

  /** As {@link #check(VehicleDraft)}, but what a vehicle needs may be missing. */
  public Result checkPart(VehicleDraft draft) {
    return check(draft.orElse(NEEDED));
  }

  /**
   * The result of a check.
   *
   * @param accepted null if there are problems
   * @param problems by field of the API
   * @param warnings what is odd but taken
   */
  public record Result(
      @Nullable Accepted accepted, List<FieldProblem> problems, List<String> warnings) {

    /** What was accepted; if nothing was, ends the request with every problem. */
    public Accepted orThrow() {
      if (accepted == null) {
        FieldProblem first = problems.getFirst();
        throw new RefusalException(
            ErrorCode.VALIDATION_ERROR, first.field() + ": " + first.reason(), problems);
      }
      return accepted;
    }
  }

  /** Facts and status that obey every rule. */
  public record Accepted(VehicleFacts facts, VehicleStatus status) {}

  private static final class Check {
    private final Clock clock;
    private final List<FieldProblem> problems = new ArrayList<>();
    private final List<String> warnings = new ArrayList<>();

    Check(Clock clock) {
      this.clock = clock;
    }

    Result run(VehicleDraft d, Origins cells) {
      Integer odometer = odometer(d);
      VehicleFacts facts =
          new VehicleFacts(
              required("stockNumber", d.stockNumber()),
              vin(d.vin(), d.year(), d.make()),
              year(d.year()),
              required("make", d.make()),
              required("model", d.model()),
              text("trim", d.trim(), SHORT_TEXT * 2),
              mileage(d.mileage()),
              text("exteriorColor", d.exteriorColor(), SHORT_TEXT),
              text("interiorColor", d.interiorColor(), SHORT_TEXT),
              text("bodyStyle", d.bodyStyle(), SHORT_TEXT),
              text("drivetrain", d.drivetrain(), SHORT_TEXT),
              text("transmission", d.transmission(), SHORT_TEXT),
              text("engine", d.engine(), SHORT_TEXT * 2),
              text("fuelType", d.fuelType(), SHORT_TEXT),
              cents("price", d.price(), d.priceCurrency()),
              cents("costBasis", d.costBasis(), null),
              oneOf("condition", Condition.class, d.condition()),
              oneOf("conditionGrade", ConditionGrade.class, d.conditionGrade()),
              d.cleanTitle(),
              features(d.features()),
              text("notes", d.notes(), LONG_TEXT),
              date("lotDate", d.lotDate()),
              currency(d.priceCurrency(), d.price()),
              odometer,
              odometer == null ? null : DistanceUnit.KM,
              Meaning.NONE);
      VehicleStatus status = oneOf("status", VehicleStatus.class, d.status());
      Accepted accepted =
          new Accepted(
              facts.with(VehicleMeanings.of(facts, cells)),
              status == null ? VehicleStatus.ACTIVE : status);
      return new Result(
          problems.isEmpty() ? accepted : null, List.copyOf(problems), List.copyOf(warnings));
    }

    private void refuse(String field, String reason) {
      problems.add(new FieldProblem(field, reason));
    }

    private String required(String field, @Nullable String value) {
      String text = text(field, value, SHORT_TEXT);
      if (text == null && problems.stream().noneMatch(p -> p.field().equals(field))) {
        refuse(field, "is required");
      }
      return text == null ? "" : text;
    }

    private @Nullable String text(String field, @Nullable String value, int longest) {
      if (value == null || value.isBlank()) {
        return null;
      }
      if (value.length() > longest) {
        refuse(field, "must have at most " + longest + " characters");
        return null;
      }
      if (value
          .chars()
          .anyMatch(c -> Character.isISOControl(c) && c != '\n' && c != '\r' && c != '\t')) {
        refuse(field, "must not hold control characters");
        return null;
      }
      return value.strip();
    }

    private int year(@Nullable Integer year) {
      int last = Year.now(clock).getValue() + 1;
      if (year == null) {
        refuse("year", "is required");
      } else if (year < FIRST_YEAR || year > last) {
        refuse("year", "must be between " + FIRST_YEAR + " and " + last);
      }
      return year == null ? 0 : year;
    }

    private @Nullable Integer mileage(@Nullable Long miles) {
      return miles != null && within("mileage", miles, MAX_MILEAGE)
          ? Integer.valueOf(miles.intValue())
          : null;
    }

    private @Nullable Long cents(String field, @Nullable Long cents, @Nullable String currency) {
      long most = isDollars(currency) ? MAX_CENTS : MAX_HUNDREDTHS;
      return cents != null && within(field, cents, most) ? cents : null;
    }

    private static boolean isDollars(@Nullable String currency) {
      return currency == null || currency.equals(DOLLARS);
    }

    // No currency means US dollars.
    private @Nullable String currency(@Nullable String given, @Nullable Long price) {
      if (isDollars(given) || price == null) {
        return null;
      }
      if (Currency.getAvailableCurrencies().stream()
          .noneMatch(known -> known.getCurrencyCode().equals(given))) {
        refuse("priceCurrency", "must be a currency's code such as CAD");
      }
      return given;
    }

    // The written odometer value stays valid until the mileage is changed.
    private @Nullable Integer odometer(VehicleDraft d) {
      if (d.odometer() == null
          || !within("odometer", d.odometer(), MAX_MILEAGE)
          || !DistanceUnit.KM.name().equals(d.odometerUnit())) {
        return null;
      }
      return Objects.equals(d.mileage(), DistanceUnit.KM.miles(d.odometer()))
          ? Integer.valueOf(d.odometer().intValue())
          : null;
    }

    private boolean within(String field, long value, long most) {
      if (value < 0 || value > most) {
        refuse(field, "must be between 0 and " + most);
        return false;
      }
      return true;
    }

    private @Nullable String vin(
        @Nullable String value, @Nullable Integer year, @Nullable String make) {
      String given = text("vin", value, SHORT_TEXT);
      if (given == null) {
        return null;
      }
      return switch (VehicleNumber.read(given, year)) {
        case VehicleNumber.Known(VehicleNumber number) -> {
          if (number.kind() == VehicleNumber.Kind.VIN17 && !number.checkDigitFits()) {
            warnings.add("vin: the check digit does not fit; check whether it was typed right");
          }
          VinOrigin.contradictions(number, year, make)
              .forEach(reason -> warnings.add("vin: " + reason + "; compare it with the vehicle"));
          yield number.value();
        }
        case VehicleNumber.Refused(String reason) -> {
          refuse("vin", reason);
          yield null;
        }
      };
    }

    private <E extends Enum<E>> @Nullable E oneOf(
        String field, Class<E> type, @Nullable String value) {
      if (value == null) {
        return null;
      }
      for (E constant : type.getEnumConstants()) {
        if (constant.name().equals(value)) {
          return constant;
        }
      }
      refuse(field, "must be one of " + Arrays.toString(type.getEnumConstants()));
      return null;
    }

    private List<String> features(@Nullable List<@Nullable String> given) {
      if (given == null) {
        return List.of();
      }
      if (given.size() > MAX_FEATURES) {
        refuse("features", "must have at most " + MAX_FEATURES + " entries");
        return List.of();
      }
      List<String> features = new ArrayList<>();
      for (String feature : given) {
        String text = text("features", feature, SHORT_TEXT * 2);
        if (text != null && !features.contains(text)) {
          features.add(text);
        }
      }
      return features;
    }

    private @Nullable LocalDate date(String field, @Nullable String value) {
      if (value == null) {
        return null;
      }
      try {
        // A date, or a point in time of which the date is taken.
        LocalDate date =
            LocalDate.parse(
                value.length() > 10 && value.charAt(10) == 'T' ? value.substring(0, 10) : value);
        if (StorableTime.isStorable(date)) {
          return date;
        }
        refuse(field, "is too far off");
        return null;
      } catch (DateTimeException e) {
        refuse(field, "must be a date like 2026-01-31");
        return null;
      }
    }
  }
}
