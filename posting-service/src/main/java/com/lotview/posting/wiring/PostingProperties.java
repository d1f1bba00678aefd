package com.lotview.posting.wiring;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
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
 * @param jobTimeout how long an attempt may go on without an answer of the site; three times that
 *     in all
 * @param firstSessionCheckAfter from connecting an account to the first look at its session
 * @param sessionCheckInterval from one session check, or a successful job, to the next check
 * @param sessionCheckPollInterval how often to poll for sessions due for a check
 * @param signInTimeout how long a browser stays open for an owner who signs in
 * @param resultGracePeriod how long after {@code jobTimeout} a missing result goes to a person
 * @param byHandTimeout how long a person may fill a form by hand; then somebody must look
 * @param textTimeout how long a text may take before it is requested again
 * @param overduePollInterval how often to poll for overdue postings
 * @param watchStart local time at which the quiet time of accounts begins
 * @param watchLength of the quiet time, in which each account's listings are looked at once
 * @param watchZone time zone of accounts whose dealership names none
 * @param watchPollInterval how often to poll for accounts due for a look
 * @param watchTimeout longest time a worker may take for one look
 * @param dispatchPollInterval how often the dispatcher polls when nothing wakes it
 * @param workerTimeout how long after its last report a worker counts as gone
 * @param fleetAlertDelay how long no worker may be there before people are told
 */
@Validated
@ConfigurationProperties("lotview.posting")
public record PostingProperties(
    @NotBlank String inventoryUrl,
    @NotBlank String listingUrl,
    @NotBlank(message = "FB_SESSION_SEAL_KEY is not set") String sessionSealKey,
    @NotNull @DefaultValue("1m") Duration retryDelay,
    @NotNull @DefaultValue("300s") Duration jobTimeout,
    @NotNull @DefaultValue("10s") Duration firstSessionCheckAfter,
    @NotNull @DefaultValue("6h") Duration sessionCheckInterval,
    @NotNull @DefaultValue("30s") Duration sessionCheckPollInterval,
    @NotNull @DefaultValue("15m") Duration signInTimeout,
    @NotNull @DefaultValue("15m") Duration resultGracePeriod,
    @NotNull @DefaultValue("30m") Duration byHandTimeout,
    @NotNull @DefaultValue("2m") Duration textTimeout,
    @NotNull @DefaultValue("5s") Duration overduePollInterval,
    @NotNull @DefaultValue("02:00") LocalTime watchStart,
    @NotNull @DefaultValue("3h") Duration watchLength,
    @NotNull @DefaultValue("America/Chicago") ZoneId watchZone,
    @NotNull @DefaultValue("1m") Duration watchPollInterval,
    @NotNull @DefaultValue("15m") Duration watchTimeout,
    @NotNull @DefaultValue("500ms") Duration dispatchPollInterval,
    @NotNull @DefaultValue("30s") Duration workerTimeout,
    @NotNull @DefaultValue("1m") Duration fleetAlertDelay) {

  /** From the latest sign of a begun attempt until a missing result goes to a person. */
  public Duration resultTimeout() {
    return jobTimeout.plus(resultGracePeriod);
  }
}
