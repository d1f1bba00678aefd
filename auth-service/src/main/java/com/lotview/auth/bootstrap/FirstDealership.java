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
 * Makes the first dealership of a fresh installation, before the service reports ready. Does
 * nothing if there is any dealership. Of two instances that start at once only one succeeds: the
 * other one's people have the same e-mails, and it goes on without.
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
