package com.lotview.standalone.doctor;

import com.lotview.kit.id.Ids;
import com.lotview.kit.storage.StorageProperties;
import com.lotview.standalone.doctor.Finding.Well;
import com.lotview.standalone.doctor.Finding.Wrong;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.async.AsyncRequestBody;
import software.amazon.awssdk.core.async.AsyncResponseTransformer;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3AsyncClient;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;
import software.amazon.awssdk.services.s3.model.S3Exception;

/** Writes a small object, reads it back and removes it. */
record StorageCheck(StorageProperties storage) {
  private static final byte[] CONTENT = "doctor".getBytes(StandardCharsets.UTF_8);

  List<Finding> findings() throws InterruptedException {
    URI endpoint = URI.create(storage.endpoint());
    int usual = "https".equals(endpoint.getScheme()) ? 443 : 80;
    String unreachable =
        Reason.unreachable(
            String.valueOf(endpoint.getHost()),
            endpoint.getPort() < 0 ? usual : endpoint.getPort());
    if (!unreachable.isEmpty()) {
      return wrong("cannot be reached: " + unreachable, "start it, or correct S3_ENDPOINT");
    }
    S3AsyncClient client = client(endpoint);
    try {
      return tried(client)
          ? List.of(new Well("object store at " + endpoint + ": write, read, remove"))
          : wrong("returns other bytes than were written", "look at its log and its disk");
    } catch (ExecutionException e) {
      return refusal(e);
    } catch (TimeoutException e) {
      return wrong("is reached and does not answer", "look at its log");
    } finally {
      // It takes its time for that, and nobody waits for it.
      Thread.ofVirtual().start(client::close);
    }
  }

  private boolean tried(S3AsyncClient client)
      throws ExecutionException, InterruptedException, TimeoutException {
    String key = "doctor/" + Ids.next();
    // Without content: a store that refuses may close the connection before it has read any.
    remove(client, key);
    client
        .putObject(b -> b.bucket(storage.bucket()).key(key), AsyncRequestBody.fromBytes(CONTENT))
        .get(Examination.ANSWER.toMillis(), TimeUnit.MILLISECONDS);
    try {
      byte[] read =
          client
              .getObject(
                  b -> b.bucket(storage.bucket()).key(key),
                  AsyncResponseTransformer.<GetObjectResponse>toBytes())
              .get(Examination.ANSWER.toMillis(), TimeUnit.MILLISECONDS)
              .asByteArray();
      return java.util.Arrays.equals(read, CONTENT);
    } finally {
      remove(client, key);
    }
  }

  private void remove(S3AsyncClient client, String key)
      throws ExecutionException, InterruptedException, TimeoutException {
    client
        .deleteObject(b -> b.bucket(storage.bucket()).key(key))
        .get(Examination.ANSWER.toMillis(), TimeUnit.MILLISECONDS);
  }

  private S3AsyncClient client(URI endpoint) {
    return S3AsyncClient.builder()
        .endpointOverride(endpoint)
        .region(Region.of(storage.region()))
        .credentialsProvider(
            StaticCredentialsProvider.create(
                AwsBasicCredentials.create(storage.accessKey(), storage.secretKey())))
        .forcePathStyle(true)
        .overrideConfiguration(o -> o.retryStrategy(r -> r.maxAttempts(1)))
        .build();
  }

  private List<Finding> refusal(ExecutionException error) {
    if (!(error.getCause() instanceof S3Exception answer)) {
      return wrong(
          "does not answer: " + Reason.of(error),
          "correct S3_ENDPOINT, or look at the store's log");
    }
    return switch (answer.statusCode()) {
      case 401, 403 ->
          wrong(
              "refuses the key of " + storage.accessKey(),
              "correct S3_ACCESS_KEY and S3_SECRET_KEY, or let the key read and write the bucket");
      case 404 ->
          wrong(
              "has no bucket " + storage.bucket(),
              "make it, or restart a service with S3_BUCKET, which makes it");
      case 507 -> wrong("is full", "free some space on its disk");
      default ->
          wrong("answers " + answer.statusCode() + ": " + Reason.of(answer), "look at its log");
    };
  }

  private List<Finding> wrong(String what, String cure) {
    return List.of(new Wrong("object store at " + storage.endpoint() + " " + what, cure));
  }
}
