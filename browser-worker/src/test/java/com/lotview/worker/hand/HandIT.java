package com.lotview.worker.hand;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.lotview.worker.browser.BrowserSession;
import com.lotview.worker.browser.LaunchRequest;
import com.lotview.worker.browser.Viewport;
import com.lotview.worker.browser.chrome.ChromeInstallation;
import com.lotview.worker.browser.chrome.ChromeLauncher;
import com.lotview.worker.browser.process.BrowserStartException;
import com.lotview.worker.pace.HumanPace;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.By;
import org.openqa.selenium.WebElement;

/** At a person's pace in a real browser: the mouse and key events that the page gets. */
@Tag("browser")
class HandIT {

  private static final String PAGE =
      """
      data:text/html,<div style="height:3000px"></div><textarea rows=5></textarea>
      <script>seen={moves:0,wheels:0,untrusted:0,shift:0,keys:0};
      const tell=(kind,f)=>addEventListener(kind,e=>{if(!e.isTrusted)seen.untrusted%%2B%%2B;f(e)},true);
      tell('mousemove',()=>seen.moves%%2B%%2B);tell('wheel',()=>seen.wheels%%2B%%2B);
      tell('keydown',e=>{seen.keys%%2B%%2B;if(e.key==='Shift')seen.shift%%2B%%2B});
      tell('click',e=>seen.click=[e.clientX,e.clientY])</script>
      """
          .replace("%%2B", "%2B")
          .replace("\n", "");

  @TempDir Path folder;

  @Test
  void itTurnsTheWheelMovesInStepsClicksTheMiddleAndTypesEveryCharacter() {
    try {
      ChromeInstallation.find(System.getenv());
    } catch (BrowserStartException missing) {
      assumeTrue(false, missing.getMessage());
    }
    LaunchRequest request =
        new LaunchRequest(
            folder.resolve("job"),
            "en-US",
            LaunchRequest.Display.HEADLESS,
            new Viewport(1900, 1050),
            null);
    try (BrowserSession browser = new ChromeLauncher(System.getenv()).launch(request)) {
      browser.driver().get(PAGE);
      WebElement field = browser.driver().findElement(By.tagName("textarea"));
      Hand hand =
          new Hand(
              browser.driver(),
              new HumanPace(new Random(2)),
              text -> browser.devTools("Input.insertText", Map.of("text", text)));
      String text = "Ab 1!\nx\u2022\uD83D\uDE9A?";

      hand.click(field);
      hand.type(field, text);

      assertThat(field.getDomProperty("value")).isEqualTo(text);
      Map<?, ?> seen = (Map<?, ?>) browser.driver().executeScript("return seen");
      assertThat(seen.get("untrusted")).isEqualTo(0L);
      assertThat((Long) seen.get("moves")).isGreaterThan(8);
      assertThat((Long) seen.get("wheels")).isGreaterThan(5);
      assertThat(seen.get("shift")).isEqualTo(3L);
      assertThat(seen.get("keys")).isEqualTo(11L);
      assertThat((List<?>) seen.get("click")).hasSize(2);
    }
  }
}
