package com.lotview.worker.wiring;

import com.lotview.worker.fleet.DrainRules;
import com.lotview.worker.fleet.recovery.RecoveryRules;
import com.lotview.worker.fleet.run.FleetRules;
import com.lotview.worker.fleet.site.BrowserSettings;
import com.lotview.worker.fleet.site.SiteSettings;
import com.lotview.worker.session.SessionKeys;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of the worker; see {@code worker.yml} for each key's meaning and environment variable.
 *
 * @param home folder for running jobs
 * @param parentPid pid of the process with which this one ends; null for none
 * @param drain how the process ends
 * @param jobRetention how long jobs and their pictures stay after their end
 */
@ConfigurationProperties("lotview.worker")
record WorkerProperties(
    URI postingUrl,
    URI inventoryUrl,
    int browsers,
    Path home,
    @Nullable Long parentPid,
    Duration leaseDuration,
    Duration leaseRenewalInterval,
    Duration pollInterval,
    DrainRules drain,
    Duration jobRetention,
    @DefaultValue RecoveryRules recovery,
    SiteSettings site,
    @DefaultValue Live live,
    @DefaultValue BrowserSettings browser,
    SessionKeys session) {

  /**
   * Live views for the owners of accounts.
   *
   * @param url address of this process for the gateway; null or empty means this host's address
   * @param idleTimeout a view without input ends after this time
   * @param viewerTimeout a view without a viewer ends after this time
   * @param ownerWaitTimeout how long a job waits for its owner; zero means not at all
   */
  record Live(
      @Nullable URI url,
      @DefaultValue("10m") Duration idleTimeout,
      @DefaultValue("2m") Duration viewerTimeout,
      @DefaultValue("3m") Duration ownerWaitTimeout) {}

  FleetRules rules() {
    return new FleetRules(browsers, leaseDuration, leaseRenewalInterval, pollInterval, recovery);
  }
}
