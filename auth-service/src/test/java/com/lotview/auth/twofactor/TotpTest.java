package com.lotview.auth.twofactor;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TotpTest {
  private static final byte[] SECRET = "12345678901234567890".getBytes(StandardCharsets.US_ASCII);
  private static final Instant NOW = Instant.ofEpochSecond(1111111111);

  /** RFC 6238, appendix B, SHA-1; the last six of the eight digits there. */
  @ParameterizedTest
  @CsvSource({
    "59,287082", "1111111109,081804", "1111111111,050471",
    "1234567890,005924", "2000000000,279037", "20000000000,353130"
  })
  void theCodesOfTheRfc(long second, String code) {
    assertThat(Totp.code(SECRET, Instant.ofEpochSecond(second))).isEqualTo(code);
  }

  @Test
  void aCodeCountsOneStepEarlyOrLate_andNoFurther() {
    for (int aside = -60; aside <= 60; aside += 30) {
      String code = Totp.code(SECRET, NOW.plusSeconds(aside));
      assertThat(Totp.step(SECRET, code, NOW, 0).isPresent()).isEqualTo(Math.abs(aside) <= 30);
    }
  }

  @Test
  void anAcceptedStepAndOlderOnesDoNotCount() {
    String code = Totp.code(SECRET, NOW);
    long step = Totp.step(SECRET, code, NOW, 0).orElseThrow();
    assertThat(Totp.step(SECRET, code, NOW, step)).isEmpty();
    assertThat(Totp.step(SECRET, Totp.code(SECRET, NOW.minusSeconds(30)), NOW, step)).isEmpty();
    assertThat(Totp.step(SECRET, Totp.code(SECRET, NOW.plusSeconds(30)), NOW, step)).isPresent();
  }

  /** RFC 4648, section 10. */
  @Test
  void base32() {
    assertThat(Base32.encode("fooba".getBytes(StandardCharsets.US_ASCII))).isEqualTo("MZXW6YTB");
  }

  @Test
  void aRecoveryCodeIsReadAsTyped_andBoundToThePerson() {
    RecoveryCode code = new RecoveryCode("abcdefgh23456777");
    UUID person = UUID.randomUUID();
    assertThat(code.shown()).isEqualTo("abcd-efgh-2345-6777");
    assertThat(RecoveryCode.typed(" ABCD efgh-2345 6777 ").hash(person))
        .isEqualTo(code.hash(person))
        .isNotEqualTo(code.hash(UUID.randomUUID()));
  }
}
