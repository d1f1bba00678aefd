package com.lotview.bench.recorder;

import com.lotview.worker.fleet.job.Heals;
import com.lotview.worker.fleet.port.OwnerBrowser;
import com.lotview.worker.fleet.port.SiteBrowser;
import com.lotview.worker.fleet.port.SiteForm;
import com.lotview.worker.fleet.port.SiteListings;
import com.lotview.worker.marketplace.form.FormReport;
import java.util.OptionalLong;

/**
 * Common behaviour of the browsers of measurements: no owner, no form check, pictures of one pixel.
 */
abstract class MeasuredBrowser implements SiteBrowser, SiteForm, SiteListings {
  private String cookies = "[]";

  @Override
  public void signIn(String given) {
    cookies = given;
  }

  @Override
  public final String cookies() {
    return cookies;
  }

  @Override
  public final SiteForm form() {
    return this;
  }

  @Override
  public final SiteListings listings() {
    return this;
  }

  @Override
  public final OwnerBrowser forOwner() {
    throw new UnsupportedOperationException("No measurement shows this browser to an owner");
  }

  @Override
  public final FormReport inspect() {
    throw new UnsupportedOperationException("No measurement inspects a form with this browser");
  }

  @Override
  public final Heals heals() {
    return Heals.NONE;
  }

  @Override
  public final OptionalLong lastAnswer() {
    return OptionalLong.empty();
  }

  @Override
  public final byte[] picture() {
    return Picture.png();
  }
}
