package com.lotview.worker.marketplace.settings;

import com.lotview.worker.pace.Pace;
import java.net.URI;
import java.time.Duration;

/**
 * Settings of the marketplace flow.
 *
 * @param site base address, such as {@code https://www.facebook.com} ({@code MARKETPLACE_URL})
 * @param language the first form map, such as {@code en-US}
 * @param page maximum wait for a page or a field
 * @param upload maximum wait until all photos are stored
 * @param publish maximum wait for the site's answer after the click
 * @param consent the answer to the site's cookie question
 * @param units units of the stock's prices and mileages
 */
public record MarketplaceSettings(
    URI site,
    String language,
    Pace pace,
    Duration page,
    Duration upload,
    Duration publish,
    Consent consent,
    Units units) {

  public MarketplaceSettings(
      URI site, String language, Pace pace, Duration page, Duration upload, Duration publish) {
    this(site, language, pace, page, upload, publish, Consent.DECLINE, Units.ACCOUNT);
  }

  /** Limits for the real site: 15 s for a page, 120 s for the photos, 60 s for the answer. */
  public static MarketplaceSettings of(URI site, Pace pace) {
    return new MarketplaceSettings(
        site,
        "en-US",
        pace,
        Duration.ofSeconds(15),
        Duration.ofSeconds(120),
        Duration.ofSeconds(60));
  }

  /** The same with another answer to the cookie question. */
  public MarketplaceSettings answering(Consent answer) {
    return new MarketplaceSettings(site, language, pace, page, upload, publish, answer, units);
  }

  /** The same for a stock in other units. */
  public MarketplaceSettings in(Units stock) {
    return new MarketplaceSettings(site, language, pace, page, upload, publish, consent, stock);
  }
}
