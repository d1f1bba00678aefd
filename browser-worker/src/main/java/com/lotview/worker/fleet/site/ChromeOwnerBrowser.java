package com.lotview.worker.fleet.site;

import com.lotview.worker.browser.BrowserCookie;
import com.lotview.worker.browser.BrowserSession;
import com.lotview.worker.fleet.port.OwnerBrowser;
import com.lotview.worker.marketplace.Marketplace;
import java.net.URI;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.openqa.selenium.TimeoutException;
import org.openqa.selenium.UnhandledAlertException;
import org.openqa.selenium.remote.RemoteWebDriver;
import tools.jackson.databind.json.JsonMapper;

/** A real browser in which the account's owner works. */
record ChromeOwnerBrowser(
    BrowserSession session, Marketplace marketplace, URI site, JsonMapper json)
    implements OwnerBrowser {
  /** The cookies that make a login; the others only tell the site that it knows the browser. */
  private static final Set<String> LOGIN_COOKIES = Set.of("c_user", "xs");

  private static final Set<String> BROWSER_COOKIES = Set.of("datr", "sb");

  @Override
  public void visit(@Nullable String cookies) {
    if (cookies != null) {
      List<BrowserCookie> known =
          CookieJson.read(json, cookies).stream()
              .filter(one -> BROWSER_COOKIES.contains(one.name()))
              .toList();
      session.setCookies(known, site);
    }
    session.driver().get(site.toString());
  }

  @Override
  public boolean signedIn() {
    try {
      closeOtherWindows();
      Set<String> names =
          session.cookies().stream()
              .filter(cookie -> !cookie.value().isEmpty())
              .map(BrowserCookie::name)
              .collect(Collectors.toSet());
      return names.containsAll(LOGIN_COOKIES) && marketplace.signedIn();
    } catch (UnhandledAlertException | TimeoutException busy) {
      return false;
    }
  }

  // The owner sees only this window and would not know of the others.
  private void closeOtherWindows() {
    RemoteWebDriver driver = session.driver();
    Set<String> windows = driver.getWindowHandles();
    if (windows.size() == 1) {
      return;
    }
    String own = driver.getWindowHandle();
    for (String other : windows) {
      if (!other.equals(own)) {
        driver.switchTo().window(other).close();
      }
    }
    driver.switchTo().window(own);
  }

  @Override
  public URI pageSocket() {
    return session.pageSocket();
  }
}
