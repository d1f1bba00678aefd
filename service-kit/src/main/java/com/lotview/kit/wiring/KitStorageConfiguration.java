package com.lotview.kit.wiring;

import com.lotview.kit.storage.S3ObjectStore;
import com.lotview.kit.storage.StorageProperties;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;

/** The object store, for services that name a bucket. */
@AutoConfiguration
@ConditionalOnProperty("lotview.storage.bucket")
@EnableConfigurationProperties(StorageProperties.class)
public class KitStorageConfiguration {

  @Bean
  S3ObjectStore objectStore(StorageProperties properties) {
    return new S3ObjectStore(properties);
  }
}
