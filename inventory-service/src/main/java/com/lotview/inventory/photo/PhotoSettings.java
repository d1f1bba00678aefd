package com.lotview.inventory.photo;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Limits of the work with photos.
 *
 * @param decodes how many pictures are decoded at once; each takes up to 150 MB
 * @param fetches how many photos are fetched by address at once, of one host at most two
 * @param poll how often due addresses are looked for
 */
@Validated
@ConfigurationProperties("lotview.photos")
public record PhotoSettings(
    @Min(1) @Max(16) @DefaultValue("2") int decodes,
    @Min(1) @Max(64) @DefaultValue("8") int fetches,
    @DefaultValue("2s") Duration poll) {}
