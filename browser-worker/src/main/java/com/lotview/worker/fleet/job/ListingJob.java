package com.lotview.worker.fleet.job;

import java.util.UUID;

/**
 * A job about one listing of a posting. Each record repeats the fields of a job: in the event and
 * in a stored job they stand beside those of its kind, and a record inside would be an object
 * there.
 */
public sealed interface ListingJob extends JobOrder
    permits PostingOrder, RemoveOrder, EditPriceOrder, RenewOrder {
  UUID postingId();

  UUID vehicleId();

  /** Short reference in the description; it identifies the listing. */
  String marker();

  /** The listing's facts after the job. */
  PostingOrder.Listing listing();
}
