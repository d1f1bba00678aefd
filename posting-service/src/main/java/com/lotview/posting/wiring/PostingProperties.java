package com.lotview.posting.wiring;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Settings of this service. The limits per account are not among them: nothing raises those.
 *
 * @param inventoryUrl base address of the inventory service
 * @param sessionSealKey public set of keys for Facebook sessions
 * @param retryDelay wait before the first retry; doubled for each further one
 * @param jobDeadline longest time a worker may take for one attempt
 * @param dispatchLook how often the dispatcher looks when nothing wakes it
 */
@Validated
@ConfigurationProperties("lotview.posting")
public record PostingProperties(
    @NotBlank String inventoryUrl,
    @NotBlank(message = "FB_SESSION_SEAL_KEY is not set") String sessionSealKey,
    @NotNull @DefaultValue("1m") Duration retryDelay,
    @NotNull @DefaultValue("300s") Duration jobDeadline,
    @NotNull @DefaultValue("500ms") Duration dispatchLook) {}
