package com.lotview.bench.api;

import com.lotview.bench.report.Distribution;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/** Lists, filters and searches of one dealership's vehicles, directly from the service. */
final class StockLists {
  private static final int WARM = 20;
  private static final int TIMES = 200;
  // A list may be slow in one of the situations; the others are still measured.
  private static final Duration LIMIT = Duration.ofSeconds(15);
  private static final Map<String, String> LISTS = lists();

  private final Requests requests;
  private final String service;

  StockLists(Requests requests, String service) {
    this.requests = requests;
    this.service = service;
  }

  /**
   * One list in three situations.
   *
   * @param alone with no vehicle of another dealership in the tables
   * @param among with those of all others
   * @param open with all others and without row-level security
   */
  record Row(String list, Distribution alone, Distribution among, Distribution open) {
    String text() {
      return String.format(
          Locale.ROOT,
          "| %s | %.1f / %.1f | %.1f / %.1f | %.1f / %.1f | %.2f | %.2f |",
          list,
          alone.percentile(0.50),
          alone.percentile(0.99),
          among.percentile(0.50),
          among.percentile(0.99),
          open.percentile(0.50),
          open.percentile(0.99),
          among.percentile(0.50) / alone.percentile(0.50),
          among.percentile(0.50) / open.percentile(0.50));
    }

    Map<String, Object> json() {
      return Map.of(
          "list", list, "alone", alone.json(), "among", among.json(), "open", open.json());
    }
  }

  private static Map<String, String> lists() {
    Map<String, String> lists = new LinkedHashMap<>();
    lists.put("first 50", "");
    lists.put("page 10, 20 each", "&page=10&limit=20");
    lists.put("by price", "&sort=-price");
    lists.put("one make", "&make=Toyota");
    lists.put(
        "price, year, mileage", "&minPrice=1500000&maxPrice=2500000&minYear=2018&maxMileage=60000");
    lists.put("at least 60 days on the lot", "&minDaysOnLot=60&sort=-daysOnLot");
    lists.put("without photos", "&maxPhotos=0");
    lists.put("ready to be posted", "&postable=true");
    lists.put("never posted", "&posting=NEVER");
    lists.put("search: a model", "&search=camry");
    lists.put("search: part of a stock number", "&search=L1001");
    lists.put("search: nothing found", "&search=zeppelin");
    lists.put("stock numbers", "&stockNumber=L100012,L100013,L100014");
    return lists;
  }

  /** Measures each list on the present tables. */
  Map<String, Distribution> measure() throws Exception {
    Map<String, Distribution> measured = new LinkedHashMap<>();
    for (var list : LISTS.entrySet()) {
      URI address = URI.create(service + "/v1/vehicles?" + list.getValue().replaceFirst("&", ""));
      requests.some(list.getKey(), address, WARM, LIMIT);
      measured.put(list.getKey(), requests.some(list.getKey(), address, TIMES, LIMIT));
    }
    return measured;
  }

  private static Distribution of(Map<String, Distribution> lists, String list) {
    return Objects.requireNonNull(lists.get(list), list);
  }

  static List<Row> rows(
      Map<String, Distribution> alone,
      Map<String, Distribution> among,
      Map<String, Distribution> open) {
    List<Row> rows = new ArrayList<>();
    for (String list : LISTS.keySet()) {
      rows.add(new Row(list, of(alone, list), of(among, list), of(open, list)));
    }
    return rows;
  }
}
