package com.lotview.sandbox.ledger;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/** Unfinished forms saved with "Save draft". Thread-safe, in memory only. */
public final class Drafts {
  /** One unfinished form: the texts of its fields. */
  public record Draft(String id, Map<String, String> fields) {}

  private final AtomicLong last = new AtomicLong();
  private final Map<String, List<Draft>> byAccount = new ConcurrentHashMap<>();

  /** Keeps the texts of the form's fields. */
  public void save(String account, Map<String, String> fields) {
    Draft draft = new Draft(String.valueOf(last.incrementAndGet()), Map.copyOf(fields));
    byAccount.merge(
        account,
        List.of(draft),
        (before, more) -> {
          List<Draft> all = new ArrayList<>(before);
          all.addAll(more);
          return List.copyOf(all);
        });
  }

  /** Throws a draft of the account away. */
  public void delete(String account, String id) {
    byAccount.computeIfPresent(
        account, (key, drafts) -> drafts.stream().filter(draft -> !draft.id().equals(id)).toList());
  }

  /** One draft of the account. */
  public Optional<Draft> find(String account, String id) {
    return all(account).stream().filter(draft -> draft.id().equals(id)).findFirst();
  }

  /** The account's drafts, oldest first. */
  public List<Draft> all(String account) {
    return byAccount.getOrDefault(account, List.of());
  }

  /** The texts of the account's drafts, oldest first. */
  public List<Map<String, String>> of(String account) {
    return all(account).stream().map(Draft::fields).toList();
  }
}
