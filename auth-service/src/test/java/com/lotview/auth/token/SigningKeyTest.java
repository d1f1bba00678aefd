package com.lotview.auth.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.nio.charset.StandardCharsets;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import org.junit.jupiter.api.Test;

class SigningKeyTest {
  @Test
  void allFormsOfOneKeyGiveTheSameKey() {
    String der = SigningKey.newPrivateKey();
    String pem = "-----BEGIN PRIVATE KEY-----\n" + der + "\n-----END PRIVATE KEY-----\n";
    String pemInBase64 =
        Base64.getEncoder().encodeToString(pem.getBytes(StandardCharsets.US_ASCII));

    String expected = SigningKey.parse(der).jwks();
    assertThat(SigningKey.parse(pem).jwks()).isEqualTo(expected);
    assertThat(SigningKey.parse(pemInBase64).jwks()).isEqualTo(expected);
  }

  @Test
  void thePublishedSetHoldsNoPrivatePart() {
    assertThat(SigningKey.parse(SigningKey.newPrivateKey()).jwks())
        .contains("\"kid\"", "\"n\"")
        .doesNotContain("\"d\"", "\"p\"", "\"q\"");
  }

  @Test
  void whatIsNoKeyIsRefusedWithASentenceThatSaysHowToMakeOne() throws NoSuchAlgorithmException {
    KeyPairGenerator small = KeyPairGenerator.getInstance("RSA");
    small.initialize(1024);
    String weak =
        Base64.getEncoder().encodeToString(small.generateKeyPair().getPrivate().getEncoded());

    for (String bad : new String[] {"", "c2VjcmV0", "!!", weak}) {
      assertThatIllegalStateException()
          .isThrownBy(() -> SigningKey.parse(bad))
          .withMessageStartingWith("JWT_PRIVATE_KEY")
          .withMessageContaining("openssl genpkey")
          .withMessageNotContaining("c2VjcmV0");
    }
  }
}
