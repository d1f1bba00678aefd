package com.lotview.inventory.feedout;

import com.lotview.inventory.feedout.format.FeedFormat;
import com.lotview.inventory.photo.Photo;
import com.lotview.inventory.vehicle.Vehicle;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Feeds at rest. Every call runs in a transaction of a dealership and sees only its rows. */
public interface FeedOutStore {
  /** The dealership's feeds; empty if they are off. */
  Mono<FeedOut> find();

  /** Switches on, or replaces what is there. */
  Mono<Void> put(FeedOut feeds);

  /** Changes the settings; false if the feeds are off. */
  Mono<Boolean> change(FeedSettings settings, Instant now);

  /** Switches off; false if they were off. */
  Mono<Boolean> remove();

  /** Notes that a feed was asked for. */
  Mono<Void> fetched(FeedFormat format, Instant now);

  /** The state of the stock. */
  Mono<StockState> state();

  /**
   * Vehicles on offer in the order of their ids.
   *
   * @param after those behind this one; null to begin
   */
  Flux<Offered> offered(@Nullable UUID after, int limit);

  /** A photo of a vehicle on offer. */
  Mono<Photo> photo(UUID id);

  /** A vehicle and its photos in their order, placeholders left out. */
  record Offered(Vehicle vehicle, List<UUID> photos) {}

  /**
   * The state of the stock; each change of a vehicle changes it.
   *
   * @param versions sum of all vehicles' versions
   * @param changedAt null if there are no vehicles
   */
  record StockState(long vehicles, long versions, @Nullable Instant changedAt) {}
}
