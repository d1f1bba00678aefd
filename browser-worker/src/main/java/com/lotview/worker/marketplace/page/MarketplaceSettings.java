package com.lotview.worker.marketplace.page;

import com.lotview.worker.pace.Pace;
import java.net.URI;
import java.time.Duration;

/**
 * Where and how to work.
 *
 * @param site base address, such as {@code https://www.facebook.com} ({@code MARKETPLACE_URL})
 * @param language the form map to use, such as {@code en-US}
 * @param page the longest wait for a page or for one field
 * @param upload the longest wait for all photos to be stored
 * @param publish the longest wait for the site's answer after the click
 * @param consent what is answered where the site asks for cookies
 * @param units in which the stock's prices and mileages are
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

  /** Waits that suit the real site: 15 s for a page, 120 s for the photos, 60 s for the answer. */
  public static MarketplaceSettings of(URI site, Pace pace) {
    return new MarketplaceSettings(
        site,
        "en-US",
        pace,
        Duration.ofSeconds(15),
        Duration.ofSeconds(120),
        Duration.ofSeconds(60));
  }

  /** The same with another answer to the question for cookies. */
  public MarketplaceSettings answering(Consent answer) {
    return new MarketplaceSettings(site, language, pace, page, upload, publish, answer, units);
  }

  /** The same for a stock in other units. */
  public MarketplaceSettings in(Units stock) {
    return new MarketplaceSettings(site, language, pace, page, upload, publish, consent, stock);
  }
}
