package com.lotview.kit.wiring;

import java.net.InetAddress;
import org.springframework.boot.actuate.autoconfigure.web.ManagementContextConfiguration;
import org.springframework.boot.actuate.autoconfigure.web.ManagementContextType;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.web.server.reactive.ConfigurableReactiveWebServerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.Environment;

/** A management port of its own listens where the service does, and not on every address. */
@ManagementContextConfiguration(value = ManagementContextType.CHILD, proxyBeanMethods = false)
public class KitManagementConfiguration {
  @Bean
  WebServerFactoryCustomizer<ConfigurableReactiveWebServerFactory> managementAddress(
      Environment settings) {
    return new Customizer(settings);
  }

  @Order(Ordered.LOWEST_PRECEDENCE)
  private record Customizer(Environment settings)
      implements WebServerFactoryCustomizer<ConfigurableReactiveWebServerFactory> {
    @Override
    public void customize(ConfigurableReactiveWebServerFactory factory) {
      if (!settings.containsProperty("management.server.address")) {
        factory.setAddress(settings.getProperty("server.address", InetAddress.class));
      }
    }
  }
}
