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
 * @param retryDelay retry policy: delay before the first retry; each further one doubles it
 * @param jobTimeout longest time a worker may take for one attempt
 * @param sessionCheckInterval from one session check, or a successful job, to the next check
 * @param sessionCheckPollInterval how often to poll for sessions due for a check
 * @param signInTimeout how long a browser stays open for an owner who signs in
 * @param resultGracePeriod how long after {@code jobTimeout} a missing result goes to a person
 * @param textTimeout how long a text may take before it is requested again
 * @param overduePollInterval how often to poll for overdue postings
 * @param dispatchPollInterval how often the dispatcher polls when nothing wakes it
 */
@Validated
@ConfigurationProperties("lotview.posting")
public record PostingProperties(
    @NotBlank String inventoryUrl,
    @NotBlank String listingUrl,
    @NotBlank(message = "FB_SESSION_SEAL_KEY is not set") String sessionSealKey,
    @NotNull @DefaultValue("1m") Duration retryDelay,
    @NotNull @DefaultValue("300s") Duration jobTimeout,
    @NotNull @DefaultValue("6h") Duration sessionCheckInterval,
    @NotNull @DefaultValue("30s") Duration sessionCheckPollInterval,
    @NotNull @DefaultValue("15m") Duration signInTimeout,
    @NotNull @DefaultValue("15m") Duration resultGracePeriod,
    @NotNull @DefaultValue("2m") Duration textTimeout,
    @NotNull @DefaultValue("5s") Duration overduePollInterval,
    @NotNull @DefaultValue("500ms") Duration dispatchPollInterval) {

  /** From the dispatch of an attempt until a missing result goes to a person. */
  public Duration resultTimeout() {
    return jobTimeout.plus(resultGracePeriod);
  }
}
