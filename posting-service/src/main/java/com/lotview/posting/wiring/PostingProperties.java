package com.lotview.posting.wiring;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Settings of this service. The limits per account are not among them: nothing raises those.
 *
 * @param inventoryUrl base address of the inventory service
 * @param listingUrl base address of the listing-ai service
 * @param sessionSealKey public set of keys for Facebook sessions
 * @param retryDelay wait before the first retry; doubled for each further one
 * @param jobDeadline longest time a worker may take for one attempt
 * @param sessionCheck time from one look at a session, or a job that went well, to the next
 * @param sessionLook how often to poll for sessions due for a check
 * @param signInLimit how long a browser is kept open for an owner who signs in
 * @param answerGrace how much longer the fleet may take to answer before a person is asked
 * @param textDeadline how long a text may take before it is asked for again
 * @param watchLook how often to poll for overdue postings
 * @param dispatchLook how often to poll for due jobs when nothing wakes the dispatcher
 */
@Validated
@ConfigurationProperties("lotview.posting")
public record PostingProperties(
    @NotBlank String inventoryUrl,
    @NotBlank String listingUrl,
    @NotBlank(message = "FB_SESSION_SEAL_KEY is not set") String sessionSealKey,
    @NotNull @DefaultValue("1m") Duration retryDelay,
    @NotNull @DefaultValue("300s") Duration jobDeadline,
    @NotNull @DefaultValue("6h") Duration sessionCheck,
    @NotNull @DefaultValue("30s") Duration sessionLook,
    @NotNull @DefaultValue("15m") Duration signInLimit,
    @NotNull @DefaultValue("15m") Duration answerGrace,
    @NotNull @DefaultValue("2m") Duration textDeadline,
    @NotNull @DefaultValue("5s") Duration watchLook,
    @NotNull @DefaultValue("500ms") Duration dispatchLook) {

  /** From the handing over of an attempt to the moment at which a person is asked. */
  public Duration answerDeadline() {
    return jobDeadline.plus(answerGrace);
  }
}
