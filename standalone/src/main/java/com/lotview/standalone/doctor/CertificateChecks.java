package com.lotview.standalone.doctor;

import com.lotview.kit.database.DatabaseUrl;
import com.lotview.kit.kafka.KafkaSettings;
import com.lotview.kit.storage.StorageProperties;
import com.lotview.standalone.doctor.Finding.Well;
import com.lotview.standalone.doctor.Finding.Wrong;
import java.io.IOException;
import java.net.URI;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** How long the certificates of the servers that are spoken to in TLS are still good. */
final class CertificateChecks {
  private static final Duration SOON = Duration.ofDays(14);
  private static final int HTTPS = 443;

  private final Surroundings surroundings;
  private final Clock clock;

  CertificateChecks(Surroundings surroundings, Clock clock) {
    this.surroundings = surroundings;
    this.clock = clock;
  }

  List<Check> all() {
    Map<String, ServerCertificate> servers = new TreeMap<>();
    surroundings.databases().values().forEach(url -> database(servers, url));
    Surroundings.Kafka kafka = surroundings.kafka();
    if (kafka != null) {
      KafkaSettings any = kafka.any();
      if (any != null && any.tls()) {
        kafka.brokers().forEach(broker -> server(servers, URI.create("tls://" + broker), false));
      }
    }
    StorageProperties storage = surroundings.storage();
    List<URI> urls = new ArrayList<>(surroundings.services().values());
    if (storage != null) {
      urls.add(URI.create(storage.endpoint()));
    }
    urls.stream()
        .filter(url -> "https".equals(url.getScheme()))
        .forEach(url -> server(servers, url, false));
    return servers.entrySet().stream()
        .map(server ->
            new Check(
                "certificate of " + server.getKey(),
                () -> findings(server.getKey(), server.getValue())))
        .toList();
  }

  private static void database(Map<String, ServerCertificate> servers, DatabaseUrl url) {
    switch (url.sslMode()) {
      case "require", "verify-ca", "verify-full" ->
          server(servers, URI.create("postgresql://" + DatabaseChecks.address(url)), true);
      default -> {}
    }
  }

  private static void server(Map<String, ServerCertificate> servers, URI url, boolean postgres) {
    int port = url.getPort() < 0 ? HTTPS : url.getPort();
    String host = String.valueOf(url.getHost());
    servers.put(host + ":" + port, new ServerCertificate(host, port, postgres));
  }

  private List<Finding> findings(String name, ServerCertificate server) {
    Instant end;
    try {
      end = server.end();
    } catch (IOException | GeneralSecurityException e) {
      // The check of the server says why there is no connection.
      return List.of();
    }
    Duration left = Duration.between(clock.instant(), end);
    return List.of(
        left.compareTo(SOON) > 0
            ? new Well("certificate of %s is good for %d days".formatted(name, left.toDays()))
            : new Wrong(
                left.isNegative()
                    ? "the certificate of " + name + " ended at " + end
                    : "the certificate of %s ends in %d days".formatted(name, left.toDays()),
                "renew it, and let the server read it again"));
  }
}
