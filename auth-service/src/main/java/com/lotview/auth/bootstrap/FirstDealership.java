package com.lotview.auth.bootstrap;

import com.lotview.auth.account.Dealerships;
import com.lotview.auth.account.EmailTakenException;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * Creates the first dealership of a new installation, before the service reports ready. Does
 * nothing if a dealership exists. If two instances start at once, one succeeds: the second one
 * fails on the same e-mails and continues without.
 */
@Component
class FirstDealership implements ApplicationRunner {
  private static final Logger LOG = LoggerFactory.getLogger(FirstDealership.class);
  private static final Duration DEADLINE = Duration.ofSeconds(60);

  private final BootstrapProperties properties;
  private final Dealerships dealerships;

  FirstDealership(BootstrapProperties properties, Dealerships dealerships) {
    this.properties = properties;
    this.dealerships = dealerships;
  }

  @Override
  public void run(ApplicationArguments arguments) {
    if (properties.wanted()) {
      dealerships.any().filter(any -> !any).flatMap(none -> create()).block(DEADLINE);
    }
  }

  private Mono<Void> create() {
    return dealerships
        .create(properties.newDealership(), properties.people())
        .doOnNext(id -> LOG.info("Made the first dealership, {}", id))
        .then()
        .onErrorResume(
            EmailTakenException.class,
            e -> Mono.fromRunnable(() -> LOG.info("Another instance made the first dealership")));
  }
}
