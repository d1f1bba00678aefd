package com.lotview.kit.wiring;

import com.lotview.kit.json.StrictJson;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;

/** How JSON is read. */
@AutoConfiguration
public class KitJsonConfiguration {

  // Last, so that no setting of a service loosens it.
  @Bean
  @Order(Ordered.LOWEST_PRECEDENCE)
  StrictJson strictJson() {
    return new StrictJson();
  }
}
