package com.lotview.inventory.vehicle;

import com.lotview.kit.web.ApiException;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which vehicles a list shows.
 *
 * @param status null for all that are not archived
 * @param page from 1
 * @param words each of which must occur in year, make, model, trim, stock number or VIN
 */
public record VehicleQuery(
    @Nullable VehicleStatus status, int page, int limit, List<String> words) {
  private static final int DEFAULT_LIMIT = 50;
  private static final int MAX_LIMIT = 200;
  private static final int MAX_PAGE = 1_000_000;
  private static final int MAX_SEARCH = 200;

  /** Checks what a caller asks for. */
  public static VehicleQuery of(
      @Nullable String status,
      @Nullable Integer page,
      @Nullable Integer limit,
      @Nullable String search) {
    int wantedPage = page == null ? 1 : page;
    int wantedLimit = limit == null ? DEFAULT_LIMIT : limit;
    if (wantedPage < 1 || wantedPage > MAX_PAGE) {
      throw ApiException.invalid("page", "must be between 1 and " + MAX_PAGE);
    }
    if (wantedLimit < 1 || wantedLimit > MAX_LIMIT) {
      throw ApiException.invalid("limit", "must be between 1 and " + MAX_LIMIT);
    }
    if (search != null && search.length() > MAX_SEARCH) {
      throw ApiException.invalid("search", "must have at most " + MAX_SEARCH + " characters");
    }
    return new VehicleQuery(status(status), wantedPage, wantedLimit, words(search));
  }

  private static @Nullable VehicleStatus status(@Nullable String status) {
    if (status == null || status.isEmpty()) {
      return null;
    }
    return Arrays.stream(VehicleStatus.values())
        .filter(value -> value.name().equals(status))
        .findFirst()
        .orElseThrow(() ->
            ApiException.invalid(
                "status", "must be one of " + Arrays.toString(VehicleStatus.values())));
  }

  private static List<String> words(@Nullable String search) {
    return search == null || search.isBlank()
        ? List.of()
        : List.of(search.strip().split("\\s+", -1));
  }

  /** Rows before the page. */
  public long offset() {
    return (page - 1L) * limit;
  }
}
