package com.lotview.bench.stock;

import com.lotview.standalone.client.ApiClient;
import com.lotview.standalone.client.ApiClient.Upload;
import com.lotview.standalone.client.Installation;
import com.lotview.standalone.client.SampleStock;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** Accounts and vehicles with photos for the measurement. */
public final class BenchStock {
  /** The maximum number of posts of an account in an hour. */
  private static final int PER_HOUR = 5;

  private final ApiClient api;
  private final Installation installation;

  public BenchStock(ApiClient api, Installation installation) {
    this.api = api;
    this.installation = installation;
  }

  /** Enough accounts that no posting waits for its account's limits, which are never raised. */
  public List<String> accountsFor(int postings) {
    return accounts(Math.ceilDiv(postings, PER_HOUR));
  }

  public List<String> accounts(int count) {
    return IntStream.range(0, count).mapToObj(i -> account("Bench " + i)).toList();
  }

  private String account(String name) {
    String sandbox = installation.sandbox();
    return SampleStock.connect(api, name, SampleStock.siteAccount(api, sandbox, name, Map.of()));
  }

  public List<String> vehicles(int count) {
    List<Upload> photos = SampleStock.photos("Bench");
    return IntStream.range(0, count)
        .mapToObj(i -> SampleStock.enter(api, vehicle(i), photos))
        .toList();
  }

  public static Map<String, Object> vehicle(int number) {
    return SampleStock.vehicle("B", number);
  }
}
