package com.lotview.inventory.imports;

import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How imports are run.
 *
 * @param look from one look for waiting imports to the next
 * @param lease after which another runner takes over an import whose runner says nothing
 */
@Validated
@ConfigurationProperties("lotview.imports")
public record ImportProperties(
    @NotNull @DefaultValue("1s") Duration look, @NotNull @DefaultValue("30s") Duration lease) {}
