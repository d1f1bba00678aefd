package com.lotview.worker.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CookieFormatTest {

  private static BrowserCookie exported(String domain, String sameSite) {
    return new BrowserCookie("xs", "v", domain, "/", true, true, sameSite, 2e9);
  }

  @Test
  void onItsOwnSiteACookieKeepsDomainSecurityAndSameSite() {
    Map<String, Object> out =
        CookieFormat.toDevTools(
            exported(".facebook.com", "no_restriction"), URI.create("https://www.facebook.com"));
    assertThat(out)
        .containsEntry("domain", ".facebook.com")
        .containsEntry("secure", true)
        .containsEntry("sameSite", "None");
  }

  @Test
  void onAnotherHostItServesThatHostAndIsNotSecureWithoutHttps() {
    Map<String, Object> out =
        CookieFormat.toDevTools(
            exported(".facebook.com", "no_restriction"), URI.create("http://127.0.0.1:4000"));
    assertThat(out)
        .containsEntry("domain", "127.0.0.1")
        .containsEntry("secure", false)
        .doesNotContainKey("sameSite");
  }

  @Test
  void aCookieDoesNotShowItsValue() {
    assertThat(new BrowserCookie("xs", "secret", "a", "/", true, true, null, null).toString())
        .doesNotContain("secret");
  }
}
