package com.lotview.posting.account.formcheck;

import com.lotview.posting.account.FbAccount;
import com.lotview.posting.dispatch.JobResult;
import java.text.Normalizer;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * The makes that Facebook's form offers to an account, as its latest form check read them. The list
 * differs between countries, and a make that it lacks would stop a posting in the browser.
 */
@Component
public class ListedMakes {
  private final FormCheckStore store;

  ListedMakes(FormCheckStore store) {
    this.store = store;
  }

  /**
   * A list of makes.
   *
   * @param readAt about when a worker read it
   */
  public record Seen(Set<String> keys, Instant readAt) {

    /** Whether the form accepts the make. Case, accents, spaces and hyphens do not matter. */
    public boolean has(String make) {
      return keys.contains(key(make));
    }
  }

  /** The account's list, in the running transaction; empty if none was read. */
  public Mono<Optional<Seen>> of(FbAccount account) {
    return store
        .findWithMakes(account.id())
        .map(ListedMakes::seen)
        .defaultIfEmpty(Optional.empty());
  }

  private static Optional<Seen> seen(FormCheck check) {
    JobResult.Form form = check.report();
    List<String> makes = form == null ? null : form.makes();
    return makes == null
        ? Optional.empty()
        : Optional.of(
            new Seen(
                makes.stream().map(ListedMakes::key).collect(Collectors.toSet()), check.askedAt()));
  }

  private static String key(String make) {
    return Normalizer.normalize(make, Normalizer.Form.NFKD)
        .replaceAll("\\p{M}", "")
        .replaceAll("[\\s-]", "")
        .toLowerCase(Locale.ROOT);
  }
}
