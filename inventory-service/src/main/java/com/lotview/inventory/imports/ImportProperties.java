package com.lotview.inventory.imports;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How imports are run.
 *
 * @param pollInterval how often to poll for waiting imports
 * @param lease after which another instance takes over an import that its runner has not renewed
 * @param lanes how many imports, of different dealerships, run in this process at once; each keeps
 *     its file's text, at most 64 million characters, in memory
 */
@Validated
@ConfigurationProperties("lotview.imports")
public record ImportProperties(
    @NotNull @DefaultValue("1s") Duration pollInterval,
    @NotNull @DefaultValue("30s") Duration lease,
    @Min(1) @Max(16) @DefaultValue("2") int lanes) {}
