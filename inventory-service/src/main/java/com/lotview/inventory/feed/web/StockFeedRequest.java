package com.lotview.inventory.feed.web;

import com.lotview.inventory.feed.FeedWish;
import com.lotview.inventory.feed.FeedWish.LoginWish;
import com.lotview.inventory.feed.Schedule;
import com.lotview.inventory.imports.Missing;
import com.lotview.kit.error.RefusalException;
import com.lotview.kit.openapi.ApiField;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.DateTimeException;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A feed as a person wants it; in a change, what is missing stays.
 *
 * @param url where the file is; without it, in a new feed, the drop folder
 * @param login null: unchanged; with an empty secret: none
 * @param missing what becomes of vehicles that a file lacks
 * @param sold whether a sold vehicle comes back if a file has it for sale
 */
record StockFeedRequest(
    @Nullable
        @Size(min = 1, max = 100, message = "must have 1 to 100 characters")
        @Pattern(regexp = "\\P{Cntrl}*", message = "must be one line of text")
        String name,
    @Nullable @Size(max = 2_000, message = "must have at most 2,000 characters") String url,
    @Nullable @Valid FeedLogin login,
    @Nullable @Valid FeedSchedule schedule,
    @Nullable @ApiField(words = {"keep", "archive"}) String missing,
    @Nullable @ApiField(words = {"keep", "relist"}) String sold,
    @Nullable Boolean active) {

  /**
   * The login at the feed's server.
   *
   * @param kind {@code basic}: a user with a password; {@code header}: a header with a value
   * @param name user, or name of the header
   * @param secret password, or the header's value; it cannot be read back
   */
  record FeedLogin(
      @NotNull(message = "is required") @ApiField(words = {"basic", "header"}) String kind,
      @NotNull(message = "is required")
          @Size(max = 200, message = "must have at most 200 characters")
          @Pattern(regexp = "\\P{Cntrl}*", message = "must be one line of text")
          String name,
      @NotNull(message = "is required")
          @Size(max = 2_000, message = "must have at most 2,000 characters")
          @Pattern(regexp = "\\P{Cntrl}*", message = "must be one line of text")
          String secret) {

    LoginWish wish() {
      if (secret.isEmpty()) {
        return LoginWish.NONE;
      }
      return switch (kind) {
        case "basic" ->
            new LoginWish(com.lotview.inventory.feed.Feed.Login.Kind.BASIC, name, secret).checked();
        case "header" ->
            new LoginWish(com.lotview.inventory.feed.Feed.Login.Kind.HEADER, name, secret)
                .checked();
        default -> throw RefusalException.invalid("login.kind", "must be basic or header");
      };
    }

    @Override
    public String toString() {
      return "FeedLogin[" + kind + "]";
    }
  }

  /**
   * When the feed comes: from one run to the next, or at times of the day.
   *
   * @param at as {@code 06:30}
   * @param zone name in the IANA database; needed with {@code at}
   */
  record FeedSchedule(
      @Nullable
          @Min(value = 15, message = "must be from 15 to 10080")
          @Max(value = 10_080, message = "must be from 15 to 10080")
          Integer everyMinutes,
      @Nullable @Size(min = 1, max = 24, message = "must have 1 to 24 items")
          List<
                  @NotBlank(message = "is required")
                  @Pattern(regexp = "([01]\\d|2[0-3]):[0-5]\\d", message = "must be as 06:30")
                  String>
              at,
      @Nullable @Size(max = 50, message = "must have at most 50 characters") String zone) {

    Schedule schedule() {
      if ((everyMinutes == null) == (at == null)) {
        throw RefusalException.invalid("schedule", "needs either everyMinutes or at");
      }
      if (at != null && zone == null) {
        throw RefusalException.invalid("schedule.zone", "is required with times of the day");
      }
      return new Schedule(
          everyMinutes,
          at == null ? List.of() : at.stream().map(LocalTime::parse).toList(),
          zone == null ? ZoneOffset.UTC : readZone(zone));
    }

    private static ZoneId readZone(String zone) {
      try {
        return ZoneId.of(zone);
      } catch (DateTimeException unknown) {
        throw RefusalException.invalid("schedule.zone", "is no time zone of the IANA database");
      }
    }
  }

  /** What a new feed needs. */
  FeedWish complete() {
    if (name == null) {
      throw RefusalException.invalid("name", "is required");
    }
    if (schedule == null) {
      throw RefusalException.invalid("schedule", "is required");
    }
    return wish();
  }

  FeedWish wish() {
    return new FeedWish(
        name == null ? null : checkedName(name),
        url == null ? null : address(url),
        login == null ? null : login.wish(),
        schedule == null ? null : schedule.schedule(),
        missing == null ? null : readMissing(missing),
        sold == null ? null : relist(sold),
        active);
  }

  private static String checkedName(String name) {
    if (name.isBlank()) {
      throw RefusalException.invalid("name", "must not be blank");
    }
    return name.strip();
  }

  private static URI address(String url) {
    try {
      return new URI(url);
    } catch (URISyntaxException e) {
      throw RefusalException.invalid("url", "is not an address");
    }
  }

  private static Missing readMissing(String word) {
    return switch (word) {
      case "keep", "archive" -> Missing.valueOf(word.toUpperCase(Locale.ROOT));
      default -> throw RefusalException.invalid("missing", "must be keep or archive");
    };
  }

  private static boolean relist(String word) {
    return switch (word) {
      case "keep" -> false;
      case "relist" -> true;
      default -> throw RefusalException.invalid("sold", "must be keep or relist");
    };
  }
}
