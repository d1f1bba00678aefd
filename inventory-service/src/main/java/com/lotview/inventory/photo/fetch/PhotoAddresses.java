package com.lotview.inventory.photo.fetch;

import com.lotview.inventory.photo.Photos;
import com.lotview.inventory.photo.fetch.PhotoAddress.State;
import com.lotview.inventory.vehicle.VehicleStore;
import com.lotview.inventory.vehicle.Vehicles;
import com.lotview.kit.tenant.TenantTransactions;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;

/** The photos that stock files and people name by address. */
@Service
public class PhotoAddresses {
  private static final int LONGEST = 2_000;

  private final AddressStore store;
  private final VehicleStore vehicles;
  private final TenantTransactions transactions;
  private final Clock clock;

  PhotoAddresses(
      AddressStore store, VehicleStore vehicles, TenantTransactions transactions, Clock clock) {
    this.store = store;
    this.vehicles = vehicles;
    this.transactions = transactions;
    this.clock = clock;
  }

  /**
   * How far the photos of a vehicle are.
   *
   * @param wanted how many addresses there are
   * @param fetched how many of them were read
   * @param failed those that are no longer tried, or failed so far
   */
  public record Progress(int wanted, int fetched, List<Failure> failed) {}

  /** An address without a photo, and why. */
  public record Failure(URI url, String reason) {}

  /**
   * Wants the photos at the addresses for a vehicle, in their order, at most 20; in the running
   * transaction. An unchanged list changes nothing. From a changed list, all addresses are fetched;
   * known ones only if their content has changed. An empty list changes nothing, because the file
   * then does not name photos.
   */
  public Mono<Void> want(UUID dealershipId, UUID vehicleId, List<URI> addresses) {
    List<URI> wanted =
        addresses.stream()
            .distinct()
            .filter(address -> address.getHost() != null && fits(address.toString()))
            .limit(Photos.MAX_PER_VEHICLE)
            .toList();
    return wanted.isEmpty()
        ? Mono.empty()
        : store
            .of(vehicleId)
            .collectList()
            .filter(known -> !known.stream().map(PhotoAddress::url).toList().equals(wanted))
            .flatMap(
                known -> store.replace(vehicleId, list(dealershipId, vehicleId, wanted, known)));
  }

  /**
   * Wants the photos at the addresses that a person names, as {@link #want} does for a file; fails
   * with {@code VEHICLE_NOT_FOUND}.
   */
  public Mono<Progress> wantNow(UUID dealershipId, UUID vehicleId, List<URI> addresses) {
    Mono<Progress> work =
        vehicles
            .lock(vehicleId)
            .switchIfEmpty(Mono.error(Vehicles::notFound))
            .then(Mono.defer(() -> want(dealershipId, vehicleId, addresses)))
            .then(Mono.defer(() -> store.of(vehicleId).collectList()))
            .map(PhotoAddresses::progress);
    return transactions.inTenant(dealershipId, work);
  }

  /** Whether an address is short enough to be kept. */
  public static boolean fits(String address) {
    return address.length() <= LONGEST;
  }

  private List<PhotoAddress> list(
      UUID dealershipId, UUID vehicleId, List<URI> wanted, List<PhotoAddress> known) {
    Map<URI, PhotoAddress> byUrl =
        known.stream().collect(Collectors.toMap(PhotoAddress::url, Function.identity()));
    Instant now = clock.instant();
    List<PhotoAddress> list = new ArrayList<>();
    for (URI url : wanted) {
      PhotoAddress same = byUrl.get(url);
      list.add(
          same == null
              ? PhotoAddress.wanted(dealershipId, vehicleId, list.size(), url, now)
              : same.again(list.size(), now));
    }
    return list;
  }

  /** How far the photos of a vehicle are; empty if no file named any. */
  public Mono<Progress> progress(UUID dealershipId, UUID vehicleId) {
    return transactions
        .inTenant(dealershipId, store.of(vehicleId).collectList())
        .filter(addresses -> !addresses.isEmpty())
        .map(PhotoAddresses::progress);
  }

  private static Progress progress(List<PhotoAddress> addresses) {
    int fetched =
        (int) addresses.stream().filter(address -> address.state() == State.FETCHED).count();
    List<Failure> failed = new ArrayList<>();
    for (PhotoAddress address : addresses) {
      String reason = address.reason();
      if (reason != null) {
        failed.add(new Failure(address.url(), reason));
      }
    }
    return new Progress(addresses.size(), fetched, failed);
  }
}
