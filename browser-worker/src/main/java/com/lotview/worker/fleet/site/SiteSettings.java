package com.lotview.worker.fleet.site;

import com.lotview.worker.marketplace.settings.Consent;
import com.lotview.worker.marketplace.settings.Units;
import java.net.URI;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of the site.
 *
 * @param url base address
 * @param cookies the answer to the site's cookie question
 * @param units units of the stock's prices and mileages
 */
public record SiteSettings(
    URI url,
    @DefaultValue("HUMAN") Rhythm pace,
    @DefaultValue("DECLINE") Consent cookies,
    @DefaultValue("ACCOUNT") Units units) {

  /** The speed of filling fields. */
  public enum Rhythm {
    /** Like a person. */
    HUMAN,
    /** Immediately; for tests and measurements. */
    NONE
  }
}
