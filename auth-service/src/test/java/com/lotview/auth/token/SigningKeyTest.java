package com.lotview.auth.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.nio.charset.StandardCharsets;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;

class SigningKeyTest {
  @Test
  void allFormsOfOneKeyGiveTheSameKey() {
    String der = SigningKey.newPrivateKey();
    String pem = "-----BEGIN PRIVATE KEY-----\n" + der + "\n-----END PRIVATE KEY-----\n";
    String pemInBase64 =
        Base64.getEncoder().encodeToString(pem.getBytes(StandardCharsets.US_ASCII));

    String expected = published(der);
    assertThat(published(pem)).isEqualTo(expected);
    assertThat(published(pemInBase64)).isEqualTo(expected);
  }

  @Test
  void thePublishedSetHoldsNoPrivatePart() {
    assertThat(published(SigningKey.newPrivateKey()))
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
          .isThrownBy(() -> SigningKey.parse("JWT_PRIVATE_KEY", bad))
          .withMessageStartingWith("JWT_PRIVATE_KEY")
          .withMessageContaining("openssl genpkey")
          .withMessageNotContaining("c2VjcmV0");
    }
  }

  private static String published(String key) {
    return SigningKeys.of(new TokenProperties(key, List.of())).jwks();
  }
}
