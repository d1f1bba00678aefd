package com.lotview.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Arrays;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;

/** A second person comes in by a mail, and protects their sign-in by a phone. */
abstract class SignInJourney {
  private static final String EMAIL = "sam.second@smith-auto.example";
  private static final String PASSWORD = "seven quiet tractors";
  private static final int STEP = 30;

  private final Dealership dealership = DashboardJourneyIT.dealership();

  @Test
  void anInvitedPersonChoosesAPassword_andSignsInWithTwoFactors() throws Exception {
    try (DashboardBrowser general = dealership.browserOf(dealership.generalManager())) {
      general.go("users");
      general.press("Invite a person");
      general.fill("email", EMAIL);
      general.fill("firstName", "Sam");
      general.fill("lastName", "Second");
      general.pressInDialog("Send invitation");
      general.awaitSaid("An invitation is on its way to " + EMAIL);
    }
    String url = dealership.installation().url();
    try (DashboardBrowser person = DashboardBrowser.openAt(url, dealership.linkTo(EMAIL))) {
      person.fill("password", PASSWORD);
      person.press("Save the password");
      person.awaitSignedIn();
      person.awaitSaid("Sam Second");
      assertThat(person.shows(By.linkText("Users"))).isFalse();

      byte[] key = turnsTwoFactorsOn(person);
      person.press("Sign out");
      person.givesPassword(EMAIL, PASSWORD);
      // A code counts once: the phone's next one.
      person.fill("code", code(key, Instant.now().plusSeconds(STEP)));
      person.press("Confirm");
      person.awaitSignedIn();
      assertThat(person.errors()).isEmpty();
    }
  }

  /** The key of the phone. */
  private static byte[] turnsTwoFactorsOn(DashboardBrowser person) throws Exception {
    person.go("settings/me");
    person.fill("Two-factor sign-in", "password", PASSWORD);
    person.press("Set it up");
    person.shown("svg[aria-label='QR code for your authenticator app']");
    byte[] key = base32(person.value("main textarea"));
    person.fill("code", code(key, Instant.now()));
    person.press("Turn on");
    person.awaitText("Save these codes now");
    person.press("I have saved it");
    person.awaitText("recovery codes are left");
    return key;
  }

  /** RFC 6238, as a phone's app computes it. */
  private static String code(byte[] key, Instant at) throws GeneralSecurityException {
    Mac mac = Mac.getInstance("HmacSHA1");
    mac.init(new SecretKeySpec(key, "RAW"));
    ByteBuffer hash =
        ByteBuffer.wrap(
            mac.doFinal(
                ByteBuffer.allocate(Long.BYTES).putLong(at.getEpochSecond() / STEP).array()));
    int offset = hash.get(hash.limit() - 1) & 0xF;
    return "%06d".formatted((hash.getInt(offset) & Integer.MAX_VALUE) % 1_000_000);
  }

  /** RFC 4648, five bits a letter. */
  private static byte[] base32(String text) {
    ByteBuffer bytes = ByteBuffer.allocate(text.length() * 5 / 8);
    int bits = 0;
    int buffer = 0;
    for (char letter : text.replaceAll("[^A-Z2-7]", "").toCharArray()) {
      buffer = buffer << 5 | "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".indexOf(letter);
      bits += 5;
      if (bits >= 8) {
        bits -= 8;
        bytes.put((byte) (buffer >> bits));
      }
    }
    return Arrays.copyOf(bytes.array(), bytes.position());
  }
}
