package com.lotview.inventory.feed.web;

import com.lotview.contracts.Permission;
import com.lotview.inventory.feed.Feed;
import com.lotview.inventory.feed.FeedRun;
import com.lotview.inventory.feed.FeedWish;
import com.lotview.inventory.feed.Feeds;
import com.lotview.inventory.imports.Missing;
import com.lotview.kit.error.RefusalException;
import com.lotview.kit.openapi.ApiField;
import com.lotview.kit.security.Caller;
import jakarta.validation.Valid;
import java.net.URI;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** {@code /v1/vehicles/feeds}: stock files that are fetched automatically. */
@RestController
@RequestMapping("/v1/vehicles/feeds")
class StockFeedController {
  private static final int MAX_LIMIT = 200;

  private final Feeds feeds;

  StockFeedController(Feeds feeds) {
    this.feeds = feeds;
  }

  /** All feeds of the dealership, oldest first. */
  record StockFeedList(List<StockFeedAnswer> data) {}

  /**
   * A page of runs, newest first.
   *
   * @param next what to send as {@code before} for the next page; null: there is none
   */
  record StockFeedRunPage(List<StockFeedRunAnswer> data, @Nullable UUID next) {
    static StockFeedRunPage of(List<FeedRun> found, int limit) {
      List<StockFeedRunAnswer> data =
          found.stream().limit(limit).map(StockFeedRunAnswer::of).toList();
      return new StockFeedRunPage(data, found.size() > limit ? data.getLast().id() : null);
    }
  }

  @GetMapping
  Mono<StockFeedList> list(Caller caller) {
    caller.require(Permission.VEHICLES_WRITE);
    return feeds
        .list(caller)
        .map(all -> new StockFeedList(all.stream().map(StockFeedAnswer::of).toList()));
  }

  @PostMapping
  Mono<ResponseEntity<StockFeedAnswer>> make(
      Caller caller, @Valid @RequestBody StockFeedRequest request) {
    caller.require(Permission.VEHICLES_WRITE);
    FeedWish wish = permitted(caller, request.complete());
    return feeds
        .make(caller, wish)
        .map(feed ->
            ResponseEntity.created(URI.create("/v1/vehicles/feeds/" + feed.id()))
                .body(StockFeedAnswer.of(feed)));
  }

  @GetMapping("/{id}")
  Mono<StockFeedAnswer> get(Caller caller, @PathVariable String id) {
    caller.require(Permission.VEHICLES_WRITE);
    return feeds.get(caller, id(id)).map(StockFeedAnswer::of);
  }

  @PatchMapping("/{id}")
  Mono<StockFeedAnswer> change(
      Caller caller, @PathVariable String id, @Valid @RequestBody StockFeedRequest request) {
    caller.require(Permission.VEHICLES_WRITE);
    FeedWish wish = permitted(caller, request.wish());
    return withArchiving(caller, id(id))
        .then(feeds.change(caller, id(id), wish))
        .map(StockFeedAnswer::of);
  }

  @DeleteMapping("/{id}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  Mono<Void> remove(Caller caller, @PathVariable String id) {
    caller.require(Permission.VEHICLES_WRITE);
    return feeds.remove(caller, id(id));
  }

  @PostMapping("/{id}/run")
  @ResponseStatus(HttpStatus.ACCEPTED)
  Mono<StockFeedRunAnswer> run(Caller caller, @PathVariable String id) {
    caller.require(Permission.VEHICLES_WRITE);
    return withArchiving(caller, id(id))
        .then(feeds.run(caller, id(id)))
        .map(StockFeedRunAnswer::of);
  }

  @GetMapping("/{id}/runs")
  Mono<StockFeedRunPage> runs(
      Caller caller,
      @PathVariable String id,
      @RequestParam(required = false) @Nullable UUID before,
      @RequestParam(defaultValue = "50") @ApiField(min = 1, max = MAX_LIMIT) int limit) {
    caller.require(Permission.VEHICLES_WRITE);
    if (limit < 1 || limit > MAX_LIMIT) {
      throw RefusalException.invalid("limit", "must be between 1 and " + MAX_LIMIT);
    }
    // One more row shows whether there is another page.
    return feeds
        .runs(caller, id(id), before, limit + 1)
        .map(found -> StockFeedRunPage.of(found, limit));
  }

  @PostMapping("/{id}/runs/{runId}/accept")
  @ResponseStatus(HttpStatus.ACCEPTED)
  Mono<StockFeedRunAnswer> accept(
      Caller caller, @PathVariable String id, @PathVariable String runId) {
    caller.require(Permission.VEHICLES_WRITE);
    return withArchiving(caller, id(id))
        .then(feeds.accept(caller, id(id), id(runId)))
        .map(StockFeedRunAnswer::of);
  }

  private static FeedWish permitted(Caller caller, FeedWish wish) {
    if (wish.missing() == Missing.ARCHIVE) {
      caller.require(Permission.VEHICLES_ARCHIVE);
    }
    return wish;
  }

  // A person who may not archive must not do so through another person's feed.
  private Mono<Feed> withArchiving(Caller caller, UUID id) {
    return feeds
        .get(caller, id)
        .doOnNext(feed -> {
          if (feed.rules().missing() == Missing.ARCHIVE) {
            caller.require(Permission.VEHICLES_ARCHIVE);
          }
        });
  }

  // Ids are opaque to clients: a malformed id counts as one that does not exist.
  private static UUID id(String id) {
    try {
      return UUID.fromString(id);
    } catch (IllegalArgumentException e) {
      throw Feeds.notFound();
    }
  }
}
