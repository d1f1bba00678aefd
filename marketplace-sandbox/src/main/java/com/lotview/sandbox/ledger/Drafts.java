package com.lotview.sandbox.ledger;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Unfinished forms saved with "Save draft". Thread-safe, in memory only. */
public final class Drafts {
  private final Map<String, List<Map<String, String>>> byAccount = new ConcurrentHashMap<>();

  /** Keeps the texts of the form's fields. */
  public void save(String account, Map<String, String> fields) {
    byAccount.merge(
        account,
        List.of(Map.copyOf(fields)),
        (before, more) -> {
          List<Map<String, String>> all = new ArrayList<>(before);
          all.addAll(more);
          return List.copyOf(all);
        });
  }

  /** The account's drafts, oldest first. */
  public List<Map<String, String>> of(String account) {
    return byAccount.getOrDefault(account, List.of());
  }
}
