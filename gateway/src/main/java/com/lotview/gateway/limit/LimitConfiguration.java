package com.lotview.gateway.limit;

import com.lotview.gateway.edge.GatewayProperties;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class LimitConfiguration {

  @Bean
  RateLimitFilter rateLimits(GatewayProperties properties, Clock clock) {
    return new RateLimitFilter(properties.rateLimits(), clock);
  }
}
