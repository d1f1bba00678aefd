package com.lotview.kit.storage;

import java.net.URI;
import java.time.Duration;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.InitializingBean;
import reactor.core.publisher.Mono;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.ResponseBytes;
import software.amazon.awssdk.core.async.AsyncRequestBody;
import software.amazon.awssdk.core.async.AsyncResponseTransformer;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3AsyncClient;
import software.amazon.awssdk.services.s3.S3Configuration;
import software.amazon.awssdk.services.s3.model.BucketAlreadyExistsException;
import software.amazon.awssdk.services.s3.model.BucketAlreadyOwnedByYouException;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;
import software.amazon.awssdk.services.s3.presigner.S3Presigner;

/** {@link ObjectStore} on anything that speaks S3. Every call has a deadline of 30 seconds. */
public final class S3ObjectStore implements ObjectStore, InitializingBean, DisposableBean {
  private static final Duration DEADLINE = Duration.ofSeconds(30);

  private final StorageProperties properties;
  private final S3AsyncClient client;
  private final S3Presigner presigner;

  public S3ObjectStore(StorageProperties properties) {
    this.properties = properties;
    var credentials =
        StaticCredentialsProvider.create(
            AwsBasicCredentials.create(properties.accessKey(), properties.secretKey()));
    var style = S3Configuration.builder().pathStyleAccessEnabled(true).build();
    this.client =
        S3AsyncClient.builder()
            .endpointOverride(URI.create(properties.endpoint()))
            .region(Region.of(properties.region()))
            .credentialsProvider(credentials)
            .serviceConfiguration(style)
            .build();
    this.presigner =
        S3Presigner.builder()
            .endpointOverride(URI.create(properties.endpoint()))
            .region(Region.of(properties.region()))
            .credentialsProvider(credentials)
            .serviceConfiguration(style)
            .build();
  }

  /** Makes the bucket if it is not there. */
  @Override
  public void afterPropertiesSet() {
    Mono.fromFuture(() -> client.createBucket(b -> b.bucket(properties.bucket())))
        .onErrorComplete(BucketAlreadyOwnedByYouException.class)
        .onErrorComplete(BucketAlreadyExistsException.class)
        .block(DEADLINE);
  }

  @Override
  public Mono<Void> put(String key, String contentType, byte[] content) {
    return Mono.fromFuture(() ->
            client.putObject(
                b -> b.bucket(properties.bucket()).key(key).contentType(contentType),
                AsyncRequestBody.fromBytes(content)))
        .timeout(DEADLINE)
        .then();
  }

  @Override
  public Mono<byte[]> get(String key) {
    return Mono.fromFuture(() ->
            client.getObject(
                b -> b.bucket(properties.bucket()).key(key),
                AsyncResponseTransformer.<GetObjectResponse>toBytes()))
        .timeout(DEADLINE)
        .map(ResponseBytes::asByteArrayUnsafe)
        .onErrorComplete(NoSuchKeyException.class);
  }

  @Override
  public Mono<Void> delete(String key) {
    return Mono.fromFuture(() -> client.deleteObject(b -> b.bucket(properties.bucket()).key(key)))
        .timeout(DEADLINE)
        .then();
  }

  @Override
  public URI link(String key, Duration life) {
    return URI.create(
        presigner
            .presignGetObject(p ->
                p.signatureDuration(life)
                    .getObjectRequest(g -> g.bucket(properties.bucket()).key(key)))
            .url()
            .toString());
  }

  @Override
  public void destroy() {
    client.close();
    presigner.close();
  }
}
