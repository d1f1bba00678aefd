package com.lotview.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.lotview.kit.seal.Keysets;
import com.lotview.kit.seal.Opener;
import com.lotview.kit.seal.Sealer;
import com.lotview.standalone.KeyRotation.Kind;
import com.lotview.standalone.KeyRotation.Step;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeyRotationTest {
  @TempDir private Path folder;

  @Test
  void aTokenKeyIsPublishedBeforeItSigns_andAfterwards() throws IOException {
    Path file = file(Map.of("JWT_PRIVATE_KEY", "first", "OTHER", "stays"));

    Keys.rotate(Step.ADD, Kind.TOKEN, file);
    String second = variables(file).get("JWT_OTHER_KEYS");
    assertThat(variables(file)).containsEntry("JWT_PRIVATE_KEY", "first");
    assertThat(second).hasSizeGreaterThan(1000);

    Keys.rotate(Step.PROMOTE, Kind.TOKEN, file);
    assertThat(variables(file))
        .containsEntry("JWT_PRIVATE_KEY", second)
        .containsEntry("JWT_OTHER_KEYS", "first");

    Keys.rotate(Step.RETIRE, Kind.TOKEN, file);
    assertThat(variables(file))
        .containsEntry("JWT_PRIVATE_KEY", second)
        .containsEntry("JWT_OTHER_KEYS", "")
        .containsEntry("OTHER", "stays");
  }

  @Test
  void sessionsOfBothKeysOpenUntilTheOldOneIsRetired() throws IOException {
    Keysets.Pair pair = Keysets.generate();
    Path file =
        file(
            Map.of(
                "FB_SESSION_SEAL_KEY", pair.sealKey(),
                "FB_SESSION_ENCRYPTION_KEY", pair.openKey()));
    String old = seal(file);

    for (Step step : List.of(Step.ADD, Step.PROMOTE)) {
      Keys.rotate(step, Kind.SESSION, file);
      assertThat(opens(file, old)).isTrue();
      assertThat(opens(file, seal(file))).isTrue();
    }
    String renewed = seal(file);
    Keys.rotate(Step.RETIRE, Kind.SESSION, file);
    assertThat(opens(file, renewed)).isTrue();
    assertThat(opens(file, old)).isFalse();
  }

  @Test
  void aMissingKeyIsNamed_andTheFileStays() throws IOException {
    Path file = file(Map.of("OTHER", "stays"));
    for (Kind kind : Kind.values()) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> Keys.rotate(Step.PROMOTE, kind, file))
          .withMessageContaining("is not in the file");
    }
    assertThat(variables(file)).containsExactly(Map.entry("OTHER", "stays"));
  }

  private Path file(Map<String, String> variables) throws IOException {
    return Files.write(
        folder.resolve(".env"),
        variables.entrySet().stream().map(one -> one.getKey() + "=" + one.getValue()).toList());
  }

  private static Map<String, String> variables(Path file) throws IOException {
    Map<String, String> variables = new HashMap<>();
    for (String line : Files.readAllLines(file)) {
      String[] parts = line.split("=", 2);
      variables.put(parts[0], parts[1]);
    }
    return variables;
  }

  private static String seal(Path file) throws IOException {
    return new Sealer("SEAL", variables(file).get("FB_SESSION_SEAL_KEY"))
        .seal("cookies".getBytes(StandardCharsets.UTF_8), "account");
  }

  private static boolean opens(Path file, String sealed) throws IOException {
    return new Opener("OPEN", variables(file).get("FB_SESSION_ENCRYPTION_KEY"))
        .open(sealed, "account")
        .isPresent();
  }
}
