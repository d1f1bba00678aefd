package com.lotview.worker.fleet.job;

import java.util.UUID;

/** A job about one listing of a posting. */
public sealed interface ListingJob extends JobOrder
    permits PostingOrder, RemoveOrder, EditPriceOrder {
  UUID postingId();

  UUID vehicleId();

  /** Short reference in the description by which the listing can be found again. */
  String marker();

  /** The facts that the listing shows, or is to show. */
  PostingOrder.Listing listing();
}
