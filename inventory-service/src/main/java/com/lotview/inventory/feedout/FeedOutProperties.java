package com.lotview.inventory.feedout;

import java.net.URI;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Where feeds are.
 *
 * @param publicUrl the address under which Meta and Google reach LotView
 */
@Validated
@ConfigurationProperties("lotview.feeds-out")
public record FeedOutProperties(@DefaultValue("http://127.0.0.1:8080") URI publicUrl) {}
