package com.lotview.standalone.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import com.lotview.standalone.RunningSystem;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import tools.jackson.databind.JsonNode;

/** The TypeScript client is generated from the document, compiles strictly, and works. */
@Timeout(300)
@Tag("servers")
class TypeScriptClientIT {
  private static final Path WEB = Path.of("../web");
  private static final Pattern UNREACHABLE =
      Pattern.compile("ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|ENETUNREACH|E40[0-9]");

  @Test
  void generatedClient_compilesAndListsVehicles() throws Exception {
    Assumptions.assumeTrue(
        runs("node", "--version") && runs("npm", "--version"), "./lotview test installs Node.js");
    if (!Files.exists(WEB.resolve("node_modules/.package-lock.json"))) {
      install();
    }
    run(WEB.resolve("client"), "npm", "run", "build");

    RunningSystem system = RunningSystem.shared();
    String said =
        run(
            WEB.resolve("client"),
            "node",
            "dist/test/signin.js",
            system.url(),
            system.email(),
            system.password());

    JsonNode result = ApiDocument.JSON.readTree(said);
    assertThat(result.path("withoutToken").asString()).isEqualTo("AUTH_TOKEN_INVALID");
    assertThat(result.path("made").asString()).startsWith("TS-");
    assertThat(result.path("found").asBoolean()).isTrue();
  }

  // Without the npm registry the client cannot be built, which does not show a fault of the client.
  private static void install() throws IOException, InterruptedException {
    try {
      run(WEB, "npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund");
    } catch (AssertionError failed) {
      String said = String.valueOf(failed.getMessage());
      Assumptions.assumeFalse(
          UNREACHABLE.matcher(said).find(), "The npm registry cannot be reached");
      throw failed;
    }
  }

  private static boolean runs(String... command) {
    try {
      run(WEB, command);
      return true;
    } catch (IOException | InterruptedException | AssertionError e) {
      return false;
    }
  }

  private static String run(Path folder, String... command)
      throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true).start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor(200, TimeUnit.SECONDS)).isTrue();
    assertThat(process.exitValue()).as(said).isZero();
    return said;
  }
}
