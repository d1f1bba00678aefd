package com.lotview.gateway.wiring;

import org.springframework.cloud.gateway.config.HttpClientCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.client.ReactorResourceFactory;

@Configuration(proxyBeanMethods = false)
class GatewayConfiguration {

  /** HTTP clients use this context's own threads, not Netty's global ones. */
  @Bean
  HttpClientCustomizer ownThreads(ReactorResourceFactory resources) {
    return client -> client.runOn(resources.getLoopResources());
  }
}
