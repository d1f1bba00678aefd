package com.lotview.posting.posting.model;

import com.lotview.contracts.ErrorCode;
import com.lotview.kit.error.RefusalException;
import com.lotview.posting.posting.lifecycle.PostingStatus;
import com.lotview.posting.texts.DealerTexts;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A posting that occupies its vehicle: another one would be a second listing of the same car. */
public record ActivePosting(
    UUID id,
    UUID vehicleId,
    @Nullable String vin,
    PostingStatus status,
    @Nullable String listingUrl) {

  public boolean isOfTheVehicleOf(Posting posting) {
    return vehicleId.equals(posting.vehicleId()) || (vin != null && vin.equals(posting.vin()));
  }

  /** Refuses another posting of the vehicle, with a pointer to this one. */
  public RefusalException refusal(UUID wantedVehicle) {
    Map<String, Object> more = new HashMap<>();
    more.put("postingId", id);
    more.put("postingStatus", status);
    if (listingUrl != null) {
      more.put("listingUrl", listingUrl);
    }
    return new RefusalException(
        ErrorCode.POSTING_ALREADY_ACTIVE,
        DealerTexts.alreadyActive(
            id.toString(), vehicleId.equals(wantedVehicle), status.name(), listingUrl),
        more);
  }
}
