package com.lotview.notification.live.http;

import jakarta.validation.constraints.NotBlank;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/**
 * Where posting-service is.
 *
 * @param postingUrl its base URL
 */
@Validated
@ConfigurationProperties("lotview.live")
record PostingServiceProperties(@NotBlank String postingUrl) {}
