package com.lotview.kit.storage;

import com.lotview.kit.guard.Guard;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.function.Consumer;
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
import software.amazon.awssdk.services.s3.model.GetObjectRequest;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;
import software.amazon.awssdk.services.s3.model.S3Exception;
import software.amazon.awssdk.services.s3.presigner.S3Presigner;

/**
 * {@link ObjectStore} on S3. Every call has a deadline, 30 seconds, or five minutes for files, and
 * the guard of the store; the client of the SDK is the only one that retries.
 */
public final class S3ObjectStore implements ObjectStore, InitializingBean, DisposableBean {
  private static final Duration DEADLINE = Duration.ofSeconds(30);
  // Files of hundreds of megabytes.
  private static final Duration FILE_DEADLINE = Duration.ofMinutes(5);

  private static final int SERVER_ERROR = 500;
  private static final Guard.Limits LIMITS = new Guard.Limits(100, 20, Duration.ofSeconds(2));

  private final Guard guard = new Guard("object store", LIMITS, S3ObjectStore::failure);
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

  /** Creates the bucket if it does not exist. */
  @Override
  public void afterPropertiesSet() {
    Mono.fromFuture(() -> client.createBucket(b -> b.bucket(properties.bucket())))
        .onErrorComplete(BucketAlreadyOwnedByYouException.class)
        .onErrorComplete(BucketAlreadyExistsException.class)
        .block(DEADLINE);
  }

  @Override
  public Mono<Void> put(String key, String contentType, byte[] content) {
    return guarded(
            Mono.fromFuture(() ->
                client.putObject(
                    b -> b.bucket(properties.bucket()).key(key).contentType(contentType),
                    AsyncRequestBody.fromBytes(content))))
        .then();
  }

  @Override
  public Mono<Void> put(String key, String contentType, Path file) {
    return guard
        .protect(
            Mono.fromFuture(() ->
                    client.putObject(
                        b -> b.bucket(properties.bucket()).key(key).contentType(contentType),
                        AsyncRequestBody.fromFile(file)))
                .timeout(FILE_DEADLINE))
        .then();
  }

  @Override
  public Mono<Void> get(String key, Path into) {
    return guard
        .protect(
            Mono.fromFuture(() ->
                    client.getObject(
                        b -> b.bucket(properties.bucket()).key(key),
                        AsyncResponseTransformer.<GetObjectResponse>toFile(into)))
                .timeout(FILE_DEADLINE))
        .then();
  }

  @Override
  public Mono<byte[]> get(String key) {
    return guarded(
            Mono.fromFuture(() ->
                client.getObject(
                    b -> b.bucket(properties.bucket()).key(key),
                    AsyncResponseTransformer.<GetObjectResponse>toBytes())))
        .map(ResponseBytes::asByteArrayUnsafe)
        .onErrorComplete(NoSuchKeyException.class);
  }

  @Override
  public Mono<Void> delete(String key) {
    return guarded(
            Mono.fromFuture(() -> client.deleteObject(b -> b.bucket(properties.bucket()).key(key))))
        .then();
  }

  private <T> Mono<T> guarded(Mono<T> call) {
    return guard.protect(call.timeout(DEADLINE));
  }

  // An answer with a status below 500 is about this object; the store is there.
  private static boolean failure(Throwable error) {
    return !(error instanceof S3Exception answer && answer.statusCode() < SERVER_ERROR);
  }

  @Override
  public URI link(String key, Duration life) {
    return link(life, g -> g.bucket(properties.bucket()).key(key));
  }

  @Override
  public URI link(String key, Duration life, String fileName) {
    String safe = fileName.replaceAll("[^A-Za-z0-9._-]", "_");
    String attachment = "attachment; filename=\"" + safe + "\"";
    return link(
        life, g -> g.bucket(properties.bucket()).key(key).responseContentDisposition(attachment));
  }

  private URI link(Duration life, Consumer<GetObjectRequest.Builder> request) {
    return URI.create(
        presigner
            .presignGetObject(p -> p.signatureDuration(life).getObjectRequest(request))
            .url()
            .toString());
  }

  @Override
  public URI uploadLink(String key, String contentType, int bytes, Duration life) {
    return URI.create(
        presigner
            .presignPutObject(p ->
                p.signatureDuration(life)
                    .putObjectRequest(put ->
                        put.bucket(properties.bucket())
                            .key(key)
                            .contentType(contentType)
                            .contentLength((long) bytes)))
            .url()
            .toString());
  }

  @Override
  public void destroy() {
    client.close();
    presigner.close();
  }
}
