package com.lotview.posting.posting.web;

import com.lotview.contracts.ErrorCode;
import com.lotview.form.mapping.LeftOut;
import com.lotview.form.plan.FormPlan;
import com.lotview.form.plan.FormWords;
import com.lotview.form.plan.PlannedField;
import com.lotview.kit.error.RefusalException;
import com.lotview.posting.posting.lifecycle.PostingStatus;
import com.lotview.posting.posting.model.Posting;
import com.lotview.posting.posting.submit.HandPlan;
import com.lotview.posting.texts.DealerTexts;
import com.lotview.posting.vehicle.Photo;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * How the form of a posting is filled by hand: what a worker would enter, and the words by which a
 * page shows it in each language.
 *
 * @param until when the listing must be reported; null once it is not awaited
 * @param fields in the order of filling
 * @param photos in the order of the listing
 * @param leftOut the vehicle's values without a true choice in the form
 * @param counts what price and mileage count; a form that counts otherwise is not filled with them
 */
record FormPlanResponse(
    UUID postingId,
    PostingStatus status,
    String marker,
    @Nullable Instant until,
    String title,
    List<PlanField> fields,
    List<FormWords> languages,
    List<PlannedPhoto> photos,
    List<LeftOut> leftOut,
    FormPlan.@Nullable Counts counts) {

  /**
   * A field with its wanted value.
   *
   * @param values texts that count as its value on every page, best first; none if the words of the
   *     page's language decide
   */
  record PlanField(String name, PlannedField.Kind kind, List<String> values, boolean optional) {}

  /**
   * A photo.
   *
   * @param address where its bytes are, by the caller's token
   */
  record PlannedPhoto(UUID id, String address, String sha256, String contentType, long bytes) {}

  /** Only for a posting whose form a person fills now. */
  static FormPlanResponse of(Posting posting) {
    if (!posting.life().byHand() || posting.text() == null) {
      throw new RefusalException(
          ErrorCode.POSTING_NOT_BY_HAND, DealerTexts.wrongStatus(posting.status().name()));
    }
    FormPlan plan = HandPlan.of(posting);
    return new FormPlanResponse(
        posting.id(),
        posting.status(),
        posting.marker(),
        posting.watchAt(),
        plan.title(),
        plan.fields().stream()
            .map(one -> new PlanField(one.name(), one.kind(), one.values(), one.optional()))
            .toList(),
        FormWords.of(plan),
        posting.snapshot().photos().stream().map(one -> photo(posting, one)).toList(),
        plan.leftOut(),
        plan.counts());
  }

  private static PlannedPhoto photo(Posting posting, Photo photo) {
    return new PlannedPhoto(
        photo.id(),
        "/v1/vehicles/" + posting.vehicleId() + "/images/" + photo.id(),
        photo.sha256(),
        photo.contentType(),
        photo.bytes());
  }
}
