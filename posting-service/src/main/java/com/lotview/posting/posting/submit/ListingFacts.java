package com.lotview.posting.posting.submit;

import com.lotview.contracts.Permission;
import com.lotview.kit.security.Caller;
import com.lotview.posting.account.FbAccounts;
import com.lotview.posting.posting.model.ListingSnapshot;
import com.lotview.posting.vehicle.DealershipSource;
import com.lotview.posting.vehicle.VehicleSource;
import java.util.UUID;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Asks the services that own them for what a listing is made of; outside of transactions. */
@Component
public class ListingFacts {
  private final VehicleSource vehicles;
  private final DealershipSource dealerships;
  private final FbAccounts accounts;

  ListingFacts(VehicleSource vehicles, DealershipSource dealerships, FbAccounts accounts) {
    this.vehicles = vehicles;
    this.dealerships = dealerships;
    this.accounts = accounts;
  }

  /**
   * Whether the caller's orders wait for a manager's approval.
   *
   * @return fails with {@code SERVICE_UNAVAILABLE}
   */
  public Mono<Boolean> needsApproval(Caller caller) {
    return caller.permits(Permission.POSTINGS_APPROVE)
        ? Mono.just(false)
        : dealerships.approvalRequired(caller.dealershipId());
  }

  /**
   * What the order's listing would be made of now.
   *
   * @return fails with {@code VEHICLE_NOT_FOUND}, {@code VEHICLE_NOT_POSTABLE} or {@code
   *     SERVICE_UNAVAILABLE}
   */
  public Mono<ListingSnapshot> of(UUID dealershipId, PostingOrder order) {
    return Mono.zip(vehicles.get(dealershipId, order.vehicleId()), dealerships.get(dealershipId))
        .zipWhen(found -> accounts.market(dealershipId, order.fbAccountId(), found.getT2().home()))
        .map(known ->
            Postability.check(known.getT1().getT1(), known.getT1().getT2(), known.getT2(), order));
  }
}
