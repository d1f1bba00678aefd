package com.lotview.kit.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.apache.kafka.common.config.SaslConfigs;
import org.apache.kafka.common.config.types.Password;
import org.apache.kafka.common.security.JaasContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KafkaSettingsTest {
  @Test
  void withoutAUser_itIsAKafkaThatDoesNotAsk() {
    assertThat(KafkaSettings.of("", "", KafkaSettings.SCRAM).client())
        .isEqualTo(Map.of("security.protocol", "PLAINTEXT"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"plain", "it's", "\"quoted\"", "back\\slash\\", "semi;colon={}$", "ü€"})
  void aPasswordArrivesAsItIs(String password) {
    Map<String, String> client = KafkaSettings.of("posting", password, "PLAIN").client();

    JaasContext login =
        JaasContext.loadClientContext(
            Map.of(
                SaslConfigs.SASL_JAAS_CONFIG,
                new Password(client.get(SaslConfigs.SASL_JAAS_CONFIG))));
    assertThat(login.configurationEntries().getFirst().getOptions())
        .isEqualTo(Map.of("username", "posting", "password", password));
  }

  @Test
  void itsTextHasNoPassword() {
    assertThat(KafkaSettings.of("posting", "secret", "PLAIN").toString())
        .contains("posting")
        .doesNotContain("secret");
  }
}
