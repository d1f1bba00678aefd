package com.lotview.kit.outside;

import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Where calls to addresses that people name may lead.
 *
 * @param allowedNetworks networks that are not public and allowed all the same
 */
@Validated
@ConfigurationProperties("lotview.outside")
public record OutsideProperties(@DefaultValue List<String> allowedNetworks) {
  public OutsideProperties {
    allowedNetworks = List.copyOf(allowedNetworks);
  }
}
