package com.lotview.inventory.feed;

import com.lotview.kit.background.BackgroundFlow;
import com.lotview.kit.background.Poller;
import com.lotview.kit.tenant.TenantTransactions;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Takes runs that are to be fetched, some at once. One whose process went away is taken over when
 * its lease ends.
 */
@Component
class FetchRunner extends BackgroundFlow {
  private final RunStore runs;
  private final FetchRun fetch;
  private final TenantTransactions transactions;
  private final FeedProperties properties;

  FetchRunner(
      RunStore runs, FetchRun fetch, TenantTransactions transactions, FeedProperties properties) {
    this.runs = runs;
    this.fetch = fetch;
    this.transactions = transactions;
    this.properties = properties;
  }

  @Override
  protected Flux<?> flow() {
    return Flux.range(0, properties.fetches())
        .flatMap(lane -> new Lane().rounds(), properties.fetches());
  }

  // False: none waits.
  private Mono<Boolean> one() {
    return transactions
        .inSystem(runs.claim(properties.lease()))
        .flatMap(run -> fetch.perform(run).thenReturn(true))
        .defaultIfEmpty(false);
  }

  /** One after the other; lanes do not wait for each other. */
  private final class Lane extends Poller {
    Lane() {
      super(properties.pollInterval(), "Fetching feeds");
    }

    Flux<?> rounds() {
      return flow();
    }

    @Override
    protected Mono<Void> poll() {
      return Mono.defer(FetchRunner.this::one).repeat().takeWhile(found -> found).then();
    }
  }
}
