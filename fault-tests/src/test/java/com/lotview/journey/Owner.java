package com.lotview.journey;

import com.lotview.standalone.client.ApiClient;
import com.lotview.standalone.client.Installation;
import com.lotview.standalone.client.OwnersBrowser;
import com.lotview.standalone.client.OwnersBrowser.Spot;
import com.lotview.worker.browser.chrome.ChromeInstallation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.openqa.selenium.Keys;
import tools.jackson.databind.JsonNode;

/** A person with an account at the site, who uses live views by sight, in a separate browser. */
final class Owner implements AutoCloseable {
  /** The colour of the buttons on the site's sign-in pages. */
  private static final int[] BUTTON = {8, 102, 255};

  private final Installation installation;
  private final JsonNode account;
  private @Nullable OwnersBrowser browser;

  private Owner(Installation installation, JsonNode account) {
    this.installation = installation;
    this.account = account;
  }

  /** A new account, with a second factor. */
  static Owner of(Installation installation, ApiClient api) {
    return new Owner(
        installation,
        api.post(
                installation.sandbox() + "/__accounts",
                Map.of("name", "Dana Smith", "city", "Aurora, Colorado", "twoFactor", true))
            .orFail("Making an account at the site"));
  }

  /** What only the owner knows. */
  String secret(String name) {
    return account.path(name).asString();
  }

  /** The cookies of a session, as a file. */
  Path session(Path folder) throws IOException {
    return Files.writeString(folder.resolve("session.json"), account.path("cookies").toString());
  }

  /** Opens the view that the API gave. */
  OwnersBrowser look(JsonNode opened) {
    ChromeInstallation chrome = ChromeInstallation.find(System.getenv());
    OwnersBrowser own = OwnersBrowser.open(chrome.binary(), chrome.driver());
    browser = own;
    own.look(installation.url() + opened.at("/liveView/url").asString());
    return own;
  }

  /** Continues from the login page. */
  void signsIn(OwnersBrowser view) {
    Spot logIn = button(view, null);
    view.type(secret("email"), Keys.TAB, secret("password"));
    view.click(logIn);
    givesTheCode(view, button(view, logIn));
  }

  /** Continues from the page that asks for the code. */
  void givesTheCode(OwnersBrowser view, Spot goOn) {
    view.type(secret("twoFactorCode"), Keys.ENTER);
    view.click(button(view, goOn));
    view.await("SIGNED_IN");
  }

  /** Waits for a button at another place than before. */
  static Spot button(OwnersBrowser view, @Nullable Spot before) {
    return view.seen(BUTTON[0], BUTTON[1], BUTTON[2], spot -> spot.elsewhere(before));
  }

  @Override
  public void close() {
    OwnersBrowser own = browser;
    if (own != null) {
      own.close();
    }
  }
}
