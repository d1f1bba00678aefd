package com.lotview.worker.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.lotview.worker.browser.process.BrowserStartException;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LaunchersTest {

  /** Launchers that a dealer adds as plug-ins. */
  public static final class Other implements LauncherProvider {
    private static final BrowserLauncher LAUNCHER =
        request -> {
          throw new BrowserStartException(
              BrowserStartException.Reason.DID_NOT_START, "only a test", null);
        };

    @Override
    public String name() {
      return "other";
    }

    @Override
    public BrowserLauncher launcher(Map<String, String> environment) {
      return LAUNCHER;
    }
  }

  @TempDir Path jars;

  private void plugIn() throws IOException {
    try (OutputStream file = Files.newOutputStream(jars.resolve("other.jar"));
        JarOutputStream jar = new JarOutputStream(file)) {
      jar.putNextEntry(new JarEntry("META-INF/services/" + LauncherProvider.class.getName()));
      jar.write(Other.class.getName().getBytes(StandardCharsets.UTF_8));
      jar.closeEntry();
    }
  }

  @Test
  void aLauncherInAJarIsFoundByItsName() throws IOException {
    plugIn();
    assertThat(Launchers.named("other", jars.toString(), Map.of())).isSameAs(Other.LAUNCHER);
    assertThat(Launchers.named("other", jars.resolve("other.jar").toString(), Map.of()))
        .isSameAs(Other.LAUNCHER);
  }

  @Test
  void oneThatIsNotThereIsAnErrorThatNamesThoseThatAre() throws IOException {
    plugIn();
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Launchers.named("stealth", jars.toString(), Map.of()))
        .withMessageContaining("LOTVIEW_LAUNCHER=stealth")
        .withMessageContaining("chrome")
        .withMessageContaining("other");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Launchers.named("other", "", Map.of()))
        .withMessageContaining("chrome");
  }
}
