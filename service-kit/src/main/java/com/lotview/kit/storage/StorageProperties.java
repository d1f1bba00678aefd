package com.lotview.kit.storage;

import jakarta.validation.constraints.NotBlank;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * The S3-compatible store.
 *
 * @param endpoint address of the store, also in the links that browsers get
 */
@Validated
@ConfigurationProperties("lotview.storage")
public record StorageProperties(
    @NotBlank String endpoint,
    @NotBlank String bucket,
    @NotBlank String accessKey,
    @NotBlank String secretKey,
    @NotBlank @DefaultValue("us-west-2") String region) {

  @Override
  public String toString() {
    return "StorageProperties[endpoint=" + endpoint + ", bucket=" + bucket + "]";
  }
}
