package com.lotview.posting.wiring;

import com.lotview.kit.seal.Sealer;
import java.security.SecureRandom;
import java.util.random.RandomGenerator;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Parts that are made from settings, and the source of chance. */
@Configuration(proxyBeanMethods = false)
class PostingWiring {

  @Bean
  Sealer sessionSealer(PostingProperties properties) {
    return new Sealer("FB_SESSION_SEAL_KEY", properties.sessionSealKey());
  }

  @Bean
  @ConditionalOnMissingBean
  RandomGenerator chance() {
    return new SecureRandom();
  }
}
