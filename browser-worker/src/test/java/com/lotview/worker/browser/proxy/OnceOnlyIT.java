package com.lotview.worker.browser.proxy;

import static org.assertj.core.api.Assertions.assertThat;

import com.lotview.worker.browser.OnceOnly;
import com.lotview.worker.browser.chrome.ChromeInstallation;
import com.lotview.worker.browser.pool.JobProxies.JobProxy;
import java.net.URI;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;

/**
 * A real Chromium, the forwarder, and a site that breaks its connection after it has taken a
 * request. Chromium sends such a request again by itself, a POST as well, if it had used the
 * connection before.
 */
@Tag("browser")
class OnceOnlyIT {

  @TempDir Path folder;
  private SecureSite site;
  private JobProxy proxy;
  private ChromeDriver browser;

  @BeforeEach
  void start() throws Exception {
    site = new SecureSite(folder);
    proxy =
        new Forwarders(Upstreams.none(), folder.resolve("classes"), URI.create(site.address()))
            .open(folder.resolve("job"), "account");
    ChromeInstallation chrome = ChromeInstallation.find(System.getenv());
    ChromeOptions options = new ChromeOptions();
    options.setBinary(chrome.binary().toFile());
    options.addArguments(
        "--headless=new",
        "--no-sandbox",
        "--ignore-certificate-errors",
        "--proxy-bypass-list=<-loopback>",
        "--proxy-server=http://" + proxy.address());
    browser =
        new ChromeDriver(
            new ChromeDriverService.Builder()
                .usingDriverExecutable(chrome.driver().toFile())
                .build(),
            options);
    browser.get(site.address());
    // Several connections that have been used before, as after any page.
    script("return Promise.all([1, 2, 3, 4].map((n) => fetch('/warm' + n).then((r) => r.text())))");
  }

  @AfterEach
  void end() {
    browser.quit();
    proxy.close();
    site.close();
  }

  private Object script(String script) {
    return browser.executeScript(script);
  }

  private Object create() {
    return script(
        """
        return fetch('/create', { method: 'POST', body: 'x'.repeat(2000) })
            .then((r) => 'answered ' + r.status, () => 'broken')
        """);
  }

  @Test
  void aBrowserSendsARequestAgainWhoseConnectionBroke() {
    assertThat(create()).isEqualTo("broken");
    assertThat(site.created()).isGreaterThan(1);
  }

  @Test
  void whatIsToBeSentOnceIsSentOnce() {
    try (OnceOnly once = proxy.onceOnly("localhost")) {
      assertThat(once).isNotNull();
      assertThat(create()).isEqualTo("broken");
    }
    assertThat(site.created()).isEqualTo(1);
    assertThat(script("return fetch('/').then(() => 'reached', () => 'shut off')"))
        .isEqualTo("shut off");
  }

  @Test
  void aRequestThatTheBrowserGivesUpShutsNothingOff() {
    try (OnceOnly once = proxy.onceOnly("localhost")) {
      assertThat(once).isNotNull();
      assertThat(
              script(
                  """
                  const given = new AbortController();
                  const asked = fetch('/silent', { signal: given.signal }).catch(() => 'given up');
                  setTimeout(() => given.abort(), 300);
                  return asked.then((how) => new Promise((done) => setTimeout(() => done(how), 500)));
                  """))
          .isEqualTo("given up");
      assertThat(script("return fetch('/').then(() => 'reached', () => 'shut off')"))
          .isEqualTo("reached");
    }
  }
}
