package com.lotview.inventory.vehicle;

import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class VehicleConfiguration {

  @Bean
  VehicleRules vehicleRules(Clock clock) {
    return new VehicleRules(clock);
  }
}
