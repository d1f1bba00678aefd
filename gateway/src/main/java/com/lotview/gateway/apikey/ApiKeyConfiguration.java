package com.lotview.gateway.apikey;

import com.lotview.kit.client.ServiceClientFactory;
import com.lotview.kit.security.SecurityProperties;
import com.lotview.kit.web.ProblemWriter;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class ApiKeyConfiguration {

  @Bean
  ApiKeyFilter apiKeyFilter(
      SecurityProperties properties, ServiceClientFactory clients, ProblemWriter problems) {
    return new ApiKeyFilter(clients.of("auth", properties.authUrl()), problems);
  }
}
