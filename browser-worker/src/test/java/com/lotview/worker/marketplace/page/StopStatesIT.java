package com.lotview.worker.marketplace.page;

import static com.lotview.worker.marketplace.PagesOfOurOwn.page;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.lotview.worker.marketplace.Marketplace;
import com.lotview.worker.marketplace.PagesOfOurOwn;
import com.lotview.worker.marketplace.page.PostingOutcome.BlockKind;
import com.lotview.worker.marketplace.page.PostingOutcome.Blocked;
import com.lotview.worker.marketplace.page.PostingOutcome.NeedsLogin;
import com.lotview.worker.marketplace.publish.PublishStep;
import com.lotview.worker.marketplace.publish.PublishWatch.Seen;
import com.lotview.worker.marketplace.settings.Consent;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.openqa.selenium.By;

/** Every page that stops or obstructs a run (marketplace-form.md §13, §14, §16). */
@Tag("browser")
class StopStatesIT {

  private static final String HOME =
      "<div role=banner><div role=button aria-label='Your profile'>Ann</div></div><div"
          + " role=main>News</div>";

  @TempDir static Path folder;
  @AutoClose private static PagesOfOurOwn site;

  @BeforeAll
  static void start() throws Exception {
    site = PagesOfOurOwn.open(folder);
  }

  private static Marketplace marketplace() {
    return Marketplace.on(site.browser(), site.settings(), (n, total, message) -> {});
  }

  private static PostingOutcome stopped() {
    return catchThrowableOfType(StoppedException.class, () -> marketplace().checkLogin()).outcome();
  }

  static Stream<Arguments> blocks() {
    String security = "<div role=main><h1>Security Check</h1></div>";
    return Stream.of(
        Arguments.of("/checkpoint/1501092823525282/", "en", security, BlockKind.CHECKPOINT),
        Arguments.of("/x/checkpoint/", "en", "<p>Hi</p>", BlockKind.CHECKPOINT),
        Arguments.of(
            "/checkpoint/828281030927956/",
            "en",
            suspended("We suspended your account"),
            BlockKind.SUSPENDED),
        Arguments.of(
            "/checkpoint/1/",
            "fr",
            suspended("Nous avons suspendu votre compte"),
            BlockKind.SUSPENDED),
        Arguments.of("/home", "es", suspended("Suspendimos tu cuenta"), BlockKind.SUSPENDED),
        Arguments.of("/home", "id", suspended("Kami menangguhkan akun Anda"), BlockKind.SUSPENDED),
        Arguments.of(
            "/home", "en", HOME + layer("You\u2019re Temporarily Blocked"), BlockKind.TEMPORARY),
        Arguments.of(
            "/home",
            "es",
            HOME + layer("No puedes usar esta función en este momento"),
            BlockKind.TEMPORARY),
        Arguments.of("/home", "en", HOME + layer("Limit reached"), BlockKind.LIMIT),
        Arguments.of("/home", "id", HOME + layer("Batas tercapai"), BlockKind.LIMIT),
        Arguments.of(
            "/home",
            "en",
            "<div role=main><span>Marketplace isn't available to you</span><div role=button>Request"
                + " review</div></div>",
            BlockKind.NO_ACCESS),
        Arguments.of(
            "/two_step_verification/authentication/",
            "en",
            "<iframe src='/recaptcha/api2/anchor' width=300 height=80></iframe>",
            BlockKind.CAPTCHA));
  }

  private static String suspended(String text) {
    return "<div role=main><div><span>" + text + ", Ann.</span></div></div>";
  }

  private static String layer(String text) {
    return "<div role=dialog aria-label=x><h2><span>" + text + "</span></h2><p>Later.</p></div>";
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "You\u2019re Temporarily Blocked",
        "Limit reached</span></h2><iframe title=reCAPTCHA width=300 height=80></iframe><h2><span>",
        "Please re-enter your password</span></h2><input name=pass type=password><h2><span>",
        "Enter the code</span></h2><input name=approvals_code><h2><span>"
      })
  void aStopThatComesAsADialogIsNotClosed(String text) {
    String close = "<div role=button aria-label=Close>x</div>";
    site.only("/", page("en", HOME + layer(text).replace("<p>", close + "<p>")));
    Page page = site.browserPage();
    page.open("/");

    assertThat(catchThrowableOfType(StoppedException.class, page::uncover)).isNotNull();
    assertThat(site.browser().driver().findElements(By.cssSelector("[role=dialog]"))).hasSize(1);
  }

  @ParameterizedTest
  @MethodSource("blocks")
  void aBlockIsTold(String path, String language, String body, BlockKind kind) {
    site.only("/", path).show(path, page(language, body)).show("/recaptcha/api2/anchor", "<p>");

    assertThat(stopped())
        .isInstanceOfSatisfying(
            Blocked.class, blocked -> assertThat(blocked.kind()).isEqualTo(kind));
  }

  @ParameterizedTest
  @CsvSource({
    "/login/, <input name=email><input name=pass type=password><button name=login>Log in</button>,"
        + " false",
    "/home, <div aria-label='Your profile'>A</div><input name=pass type=password>, false",
    "/login/device-based/, <div role=button aria-label='Log in'>Log in</div>, false",
    "/two_step_verification/two_factor/, <h2>Go to your app</h2><input id=approvals_code>, true",
    "/two_factor/remember_browser/, <p>Trust this device?</p>, true",
    "/home, <h1>facebook</h1><div role=button aria-label='Continue as Ann'>Continue as Ann</div>,"
        + " false",
    "/home, <div role=main><h1>Enter the code</h1></div>, true",
    "/home, <div role=main><h1>Masukkan kode</h1></div>, true",
  })
  void aLoginIsForTheOwner(String path, String body, boolean twoFactor) {
    site.only("/", path).show(path, page("en", body));

    assertThat(stopped())
        .isInstanceOfSatisfying(
            NeedsLogin.class, login -> assertThat(login.twoFactor()).isEqualTo(twoFactor));
  }

  @ParameterizedTest
  @CsvSource({"DECLINE, no", "ALLOW, yes"})
  void theQuestionForCookiesIsAnsweredAsTheOwnerChose(Consent consent, String answer) {
    String question =
        """
        <div role=dialog><div role=button aria-label="Allow all cookies" onclick="go('yes')">Allow all cookies</div>
        <div role=button aria-label="Decline optional cookies" onclick="go('no')">Decline optional cookies</div></div>
        <script>const go = (said) => fetch('/said?' + said, { method: 'POST' }).then(() => location.assign('/home'));</script>
        """;
    site.only("/", "/privacy/user_cookie_prompt/")
        .show("/privacy/user_cookie_prompt/", page("en", question))
        .show("/said", "ok")
        .then("/said", () -> site.show("/", page("en", HOME)))
        .show("/home", page("en", HOME));
    Marketplace asked =
        Marketplace.on(
            site.browser(), site.settings().answering(consent), (n, total, message) -> {});
    asked.checkLogin();

    assertThat(site.asked()).contains("POST /said?" + answer);
  }

  /** An unusual layout and protocol: no Next, no operation name, a number as id. */
  @Test
  void anOldFormIsPublishedUnderACoverAndItsAnswerIsKnownByItsShape() {
    String body =
        """
        <div role=main><div role=form aria-label=Marketplace><textarea>Limit reached, says the car</textarea>
        <div role=button aria-label="Publish" tabindex=0 onclick="publish()">Publish</div></div></div>
        <div style="position:fixed;inset:0;background:#000a"></div>
        <div style="position:fixed;bottom:0;left:0;right:0;background:#fff" id=ask>
          Save your login info<div role=button aria-label="Not now" onclick="document.body.lastElementChild.remove(); document.querySelector('[style*=inset]').remove(); this.parentElement.remove()">Not now</div></div>
        <script>async function publish() {
          await fetch('/api/new', { method: 'POST', body: '{}' }).then((one) => one.text());
          location.assign('/marketplace/category/vehicles');
        }</script>
        """;
    site.only("/marketplace/create/vehicle", page("en", body))
        .show("/marketplace/category/vehicles", page("en", HOME))
        .show(
            "/api/new",
            "for (;;);{\"__ar\":1,\"payload\":{\"data\":{\"marketplace_listing_create\":{\"listing\":{\"id\":7123456789012345}}}}}");
    Page page = site.browserPage();
    page.open("/marketplace/create/vehicle");
    try (PublishStep publish = new PublishStep(page)) {
      publish.next();
      publish.click(() -> Duration.ofSeconds(10));

      assertThat(publish.await()).isEqualTo(new Seen.Created("7123456789012345"));
    }
    assertThat(site.asked().stream().filter(one -> one.equals("POST /api/new"))).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource({
    "en, Next, Publish, You can't add a listing to Marketplace right now because you reached your"
        + " daily limit as a new Facebook account",
    "es, Siguiente, Publicar, Alcanzaste tu límite diario de publicaciones",
  })
  void theDailyLimitStopsBeforeTheClick(
      String language, String next, String publish, String notice) {
    String body =
        """
        <div role=main><div role=form aria-label=Marketplace id=form>
        <div role=button aria-label="%s" onclick="on()">%s</div></div></div>
        <script>const on = () => { history.pushState({}, '', '?step=audience'); form.innerHTML =
          `<p>%s</p><div role=button aria-label="%s" aria-disabled=true tabindex=-1>%s</div>`; };</script>
        """
            .formatted(next, next, notice, publish, publish);
    site.only("/marketplace/create/vehicle", page(language, body));
    Page page = site.browserPage();
    page.open("/marketplace/create/vehicle");
    try (PublishStep step = new PublishStep(page)) {
      assertThat(catchThrowableOfType(StoppedException.class, step::next).outcome())
          .isInstanceOfSatisfying(
              Blocked.class, blocked -> assertThat(blocked.kind()).isEqualTo(BlockKind.LIMIT));
    }
  }
}
