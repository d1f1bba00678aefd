package com.lotview.inventory.feedout.web;

import com.lotview.contracts.Permission;
import com.lotview.inventory.feedout.CheckFeed;
import com.lotview.inventory.feedout.FeedHealth;
import com.lotview.inventory.feedout.FeedOut;
import com.lotview.inventory.feedout.FeedSettings;
import com.lotview.inventory.feedout.FeedsOut;
import com.lotview.inventory.feedout.format.FeedFormat;
import com.lotview.kit.security.Caller;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** {@code /v1/dealership/feeds-out}: the feeds that Meta and Google fetch. */
@RestController
@RequestMapping("/v1/dealership/feeds-out")
class FeedOutController {
  private final FeedsOut feeds;
  private final CheckFeed check;

  FeedOutController(FeedsOut feeds, CheckFeed check) {
    this.feeds = feeds;
    this.check = check;
  }

  @GetMapping
  Mono<FeedsOutAnswer> state(Caller caller) {
    caller.require(Permission.DEALERSHIP_MANAGE);
    return feeds.find(caller.dealershipId()).map(FeedsOutAnswer::of);
  }

  @PostMapping
  @ResponseStatus(HttpStatus.CREATED)
  Mono<NewFeedsAnswer> switchOn(Caller caller, @RequestBody FeedsOutRequest request) {
    caller.require(Permission.DEALERSHIP_MANAGE);
    return feeds.switchOn(caller, request.checked()).map(NewFeedsAnswer::of);
  }

  @PutMapping
  Mono<FeedsOutAnswer> change(Caller caller, @RequestBody FeedsOutRequest request) {
    caller.require(Permission.DEALERSHIP_MANAGE);
    return feeds
        .change(caller, request.checked())
        .map(changed -> FeedsOutAnswer.of(Optional.of(changed)));
  }

  @DeleteMapping
  @ResponseStatus(HttpStatus.NO_CONTENT)
  Mono<Void> switchOff(Caller caller) {
    caller.require(Permission.DEALERSHIP_MANAGE);
    return feeds.switchOff(caller);
  }

  @GetMapping("/health")
  Mono<FeedHealth> health(Caller caller, @RequestParam(defaultValue = "META") FeedFormat format) {
    caller.require(Permission.DEALERSHIP_MANAGE);
    return check.check(caller.dealershipId(), format);
  }

  /**
   * The dealership's feeds.
   *
   * @param on whether they are answered
   * @param userId who switched them on
   * @param since since when they have their addresses, which are shown only at creation
   */
  record FeedsOutAnswer(
      boolean on,
      @Nullable String vehiclePage,
      @Nullable String storeCode,
      @Nullable UUID userId,
      @Nullable Instant since,
      List<FetchedFeed> feeds) {
    private static final FeedsOutAnswer OFF =
        new FeedsOutAnswer(false, null, null, null, null, List.of());

    static FeedsOutAnswer of(Optional<FeedOut> found) {
      return found.map(FeedsOutAnswer::on).orElse(OFF);
    }

    private static FeedsOutAnswer on(FeedOut feeds) {
      FeedSettings settings = feeds.settings();
      return new FeedsOutAnswer(
          true,
          settings.vehiclePage(),
          settings.storeCode(),
          feeds.userId(),
          feeds.createdAt(),
          List.of(
              new FetchedFeed(FeedFormat.META, feeds.metaFetchedAt()),
              new FetchedFeed(FeedFormat.GOOGLE, feeds.googleFetchedAt())));
    }
  }

  /**
   * A feed.
   *
   * @param lastFetchedAt when it was last asked for; null: never at this address
   */
  record FetchedFeed(FeedFormat format, @Nullable Instant lastFetchedAt) {}

  /**
   * The addresses of the feeds. Anyone who knows an address can read the feed; it is not shown
   * again.
   */
  record NewFeedsAnswer(URI meta, URI google) {
    static NewFeedsAnswer of(FeedsOut.SwitchedOn on) {
      return new NewFeedsAnswer(on.meta(), on.google());
    }
  }
}
