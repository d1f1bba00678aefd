package com.lotview.gateway.live;

import java.net.URI;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * @param postingUrl base address of posting-service, which knows the tickets
 */
@ConfigurationProperties("lotview.live")
record LiveProperties(URI postingUrl) {}
