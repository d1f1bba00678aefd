package com.lotview.kit.wiring;

import com.lotview.kit.outside.OutsideClient;
import com.lotview.kit.outside.OutsideProperties;
import com.lotview.kit.outside.PublicNetworks;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Lazy;
import org.springframework.http.client.ReactorResourceFactory;

/** The client for addresses given by people; created when a service first needs it. */
@AutoConfiguration
@EnableConfigurationProperties(OutsideProperties.class)
public class KitOutsideConfiguration {

  @Bean
  @Lazy
  OutsideClient outsideClient(OutsideProperties properties, ReactorResourceFactory resources) {
    return new OutsideClient(
        new PublicNetworks(properties.allowedNetworks()), resources.getLoopResources());
  }
}
