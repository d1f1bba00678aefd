package com.lotview.worker.fleet.job;

import com.lotview.form.mapping.FormMapping;
import com.lotview.worker.marketplace.listings.AskedListing;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A look at an account's listings that changes nothing.
 *
 * @param listings whose state the look must report
 */
public record LookOrder(
    String jobId,
    UUID taskId,
    UUID dealershipId,
    UUID fbAccountId,
    int attempt,
    int deadlineSeconds,
    List<Listing> listings)
    implements JobOrder {

  /**
   * A requested listing.
   *
   * @param priceCents last known price
   * @param since when the site answered that it was published
   */
  public record Listing(
      UUID postingId,
      String listingId,
      int year,
      String make,
      String model,
      @Nullable Long priceCents,
      Instant since) {
    private static final FormMapping MAPPING = new FormMapping();

    /** The listing in the words of the marketplace. */
    public AskedListing atSite() {
      return new AskedListing(
          listingId,
          MAPPING.title(year, make, model),
          priceCents == null ? null : PostingOrder.dollars(priceCents),
          LocalDate.ofInstant(since, ZoneId.systemDefault()));
    }
  }
}
