package com.lotview.listing.text.claude;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How Claude is asked.
 *
 * @param apiKey empty or null: Claude is not asked at all
 * @param baseUrl the API's address
 * @param model the model's id
 * @param deadline for one text, the SDK's own tries again included
 * @param workers texts that are asked for at the same time
 */
@Validated
@ConfigurationProperties("lotview.claude")
public record ClaudeProperties(
    @Nullable String apiKey,
    @NotBlank String baseUrl,
    @NotBlank String model,
    @NotNull @DefaultValue("30s") Duration deadline,
    @DefaultValue("5") int workers) {

  public boolean configured() {
    return apiKey != null && !apiKey.isBlank();
  }

  @Override
  public String toString() {
    return "ClaudeProperties[configured=" + configured() + ", model=" + model + "]";
  }
}
