package com.lotview.worker.browser.chrome;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StartDiagnosisTest {
  @TempDir private Path home;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[9:9:1201/101500.1:FATAL:content/browser/zygote_host/zygote_host_impl_linux.cc:128] No usable sandbox! If you are running on Ubuntu 23.10+",
        "[12:12:FATAL:sandbox/linux/services/credentials.cc:131] Check failed: . : Operation not permitted (1)\n[2:2:FATAL:zygote_communication_linux.cc:286] Failed to receive hello message from zygote",
        "[83:83:1201/103208.5:FATAL:sandbox/linux/services/credentials.cc:137] Check failed: . : Function not implemented (38)",
        "[87:87:FATAL:content/browser/zygote_host/zygote_host_impl_linux.cc:251] Zygote process exited prematurely with exit code -1"
      })
  void withoutUserNamespaces_theCureNamesTheProfile(String words) {
    assertThat(StartDiagnosis.sentence(words))
        .startsWith("No usable sandbox")
        .contains("deploy/seccomp/chromium.json", "--security-opt seccomp=", "Localhost");
  }

  @Test
  void otherwise_chromiumsFirstComplaintIsRepeated() {
    assertThat(
            StartDiagnosis.sentence(
                "a note\n[1:1:ERROR:x.cc:3] No space left on device\n[FATAL] y"))
        .isEqualTo("Chromium says: [1:1:ERROR:x.cc:3] No space left on device");
    assertThat(StartDiagnosis.sentence("a note")).isEmpty();
  }

  @Test
  void theWordsAreThoseOfTheProgram() throws IOException {
    assertThat(StartDiagnosis.of(program("echo 'FATAL: No usable sandbox!' >&2; exit 1"), home))
        .startsWith("No usable sandbox");
    assertThat(StartDiagnosis.of(program("echo 'ERROR: harmless'; exit 0"), home)).isEmpty();
  }

  private ChromeInstallation program(String script) throws IOException {
    Path program = home.resolve("chromium");
    Files.writeString(program, "#!/bin/sh\n" + script + "\n");
    Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwx------"));
    return new ChromeInstallation(program, program, true);
  }
}
