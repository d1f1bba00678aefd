package com.lotview.posting.wiring;

import com.lotview.kit.retention.Kept;
import com.lotview.kit.retention.TableRows;
import com.lotview.kit.seal.Sealer;
import com.lotview.posting.signin.OpenSignIn;
import java.security.SecureRandom;
import java.util.random.RandomGenerator;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Parts that are made from settings, the source of chance, and what is deleted by age. */
@Configuration(proxyBeanMethods = false)
class PostingWiring {

  @Bean
  Sealer sessionSealer(PostingProperties properties) {
    return new Sealer("FB_SESSION_SEAL_KEY", properties.sessionSealKey());
  }

  @Bean
  Kept keptSignIns(TableRows rows) {
    return new Kept("Sign-ins", OpenSignIn.KEPT, rows.of("sign_in", "until < :before"));
  }

  @Bean
  @ConditionalOnMissingBean
  RandomGenerator chance() {
    return new SecureRandom();
  }
}
