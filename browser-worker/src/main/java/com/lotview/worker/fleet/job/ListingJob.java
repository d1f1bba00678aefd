package com.lotview.worker.fleet.job;

import java.util.UUID;

/** A job about one listing of a posting. */
public sealed interface ListingJob extends JobOrder
    permits PostingOrder, RemoveOrder, EditPriceOrder, RenewOrder {
  UUID postingId();

  UUID vehicleId();

  /** Short reference in the description; it identifies the listing. */
  String marker();

  /** The listing's facts after the job. */
  PostingOrder.Listing listing();
}
