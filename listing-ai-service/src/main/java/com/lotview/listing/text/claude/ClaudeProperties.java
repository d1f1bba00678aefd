package com.lotview.listing.text.claude;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.PositiveOrZero;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How Claude is asked.
 *
 * @param apiKey empty or null: Claude is not used
 * @param baseUrl the API's address
 * @param model the model's id
 * @param timeout for one text, including the SDK's retries
 * @param maxConcurrentRequests limit of texts requested at the same time
 * @param inputPrice USD for a million tokens that are sent; 0: not known, nothing is counted
 * @param outputPrice USD for a million tokens that are answered
 */
@Validated
@ConfigurationProperties("lotview.claude")
public record ClaudeProperties(
    @Nullable String apiKey,
    @NotBlank String baseUrl,
    @NotBlank String model,
    @NotNull @DefaultValue("30s") Duration timeout,
    @DefaultValue("5") int maxConcurrentRequests,
    @PositiveOrZero double inputPrice,
    @PositiveOrZero double outputPrice) {

  public boolean configured() {
    return apiKey != null && !apiKey.isBlank();
  }

  @Override
  public String toString() {
    return "ClaudeProperties[configured=" + configured() + ", model=" + model + "]";
  }
}
