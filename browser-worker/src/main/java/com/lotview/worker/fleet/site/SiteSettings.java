package com.lotview.worker.fleet.site;

import com.lotview.worker.marketplace.Consent;
import com.lotview.worker.marketplace.Units;
import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where the marketplace is and how it is used.
 *
 * @param url base address
 * @param cookies what is answered where the site asks for cookies
 * @param units in which the stock's prices and mileages are
 * @param chrome the browser's executable; null or empty: the usual places
 * @param driver the driver's executable; null or empty: the usual places
 */
public record SiteSettings(
    URI url,
    @DefaultValue("HUMAN") Rhythm pace,
    @DefaultValue("true") boolean headless,
    @DefaultValue("DECLINE") Consent cookies,
    @DefaultValue("AMERICAN") Units units,
    @Nullable String chrome,
    @Nullable String driver) {

  /** How fast fields are filled. */
  public enum Rhythm {
    /** As a person does. */
    HUMAN,
    /** At once; for tests and measurements. */
    NONE
  }
}
