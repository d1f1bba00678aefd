package com.lotview.kit.outside;

import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Which networks calls to addresses given by people may reach.
 *
 * @param allowedNetworks networks that are allowed although they are not public
 */
@Validated
@ConfigurationProperties("lotview.outside")
public record OutsideProperties(@DefaultValue List<String> allowedNetworks) {
  public OutsideProperties {
    allowedNetworks = List.copyOf(allowedNetworks);
  }
}
