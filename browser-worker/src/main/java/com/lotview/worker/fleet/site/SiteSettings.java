package com.lotview.worker.fleet.site;

import com.lotview.worker.marketplace.page.Consent;
import com.lotview.worker.marketplace.page.Units;
import java.net.URI;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where the marketplace is and how it is used.
 *
 * @param url base address
 * @param cookies what is answered where the site asks for cookies
 * @param units in which the stock's prices and mileages are
 */
public record SiteSettings(
    URI url,
    @DefaultValue("HUMAN") Rhythm pace,
    @DefaultValue("DECLINE") Consent cookies,
    @DefaultValue("ACCOUNT") Units units) {

  /** How fast fields are filled. */
  public enum Rhythm {
    /** As a person does. */
    HUMAN,
    /** At once; for tests and measurements. */
    NONE
  }
}
