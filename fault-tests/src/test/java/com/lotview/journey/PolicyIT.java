package com.lotview.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

/**
 * An administrator gives the address of LotView by the browser's policy. Chromium reads policies
 * from one folder of the machine, so this runs only where that may be written.
 */
@Timeout(600)
@Tag("browser")
@Tag("proof")
@ExtendWith(WithExtension.class)
class PolicyIT {
  private static final Path POLICIES = Path.of("/etc/chromium/policies/managed");

  @TempDir Path folder;

  @Test
  void theAddressOfThePolicyIsUsed_afterThePersonHasAllowedIt() throws Exception {
    Assumptions.assumeTrue(
        Files.isWritable(Path.of("/etc/chromium")), "the folder of Chromium's policies is closed");
    String server = WithExtension.dealership().installation().url();
    Files.createDirectories(POLICIES);
    Path policy = POLICIES.resolve("lotview-test-" + ProcessHandle.current().pid() + ".json");
    Files.write(policy, policyOf(server));
    try {
      assertShown(bare("asked"), "The extension sends your orders to " + server);
      Path granted = bare("granted");
      PanelBrowser.grantAll(granted);
      assertShown(granted, "Sign in to LotView");
    } finally {
      Files.delete(policy);
    }
  }

  private Path bare(String name) throws IOException, InterruptedException {
    return ExtensionBuild.copy(ExtensionBuild.withoutServer(folder), folder.resolve(name));
  }

  private static void assertShown(Path extension, String text) {
    try (PanelBrowser person = PanelBrowser.with(extension)) {
      person.showPanel();
      person.awaitText(text);
      assertThat(person.text()).doesNotContain("Where is your LotView?");
    }
  }

  private static byte[] policyOf(String server) {
    return JsonMapper.shared()
        .writeValueAsBytes(
            Map.of(
                "3rdparty",
                Map.of("extensions", Map.of(ExtensionBrowser.ID, Map.of("server", server)))));
  }
}
