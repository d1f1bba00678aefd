package com.lotview.testkit;

import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/**
 * Searches for planted values in everything that a system stores and outputs: tables, topics,
 * files, pages and logs. A value is found in plain form and in its usual encodings (see {@link
 * SecretForms}).
 */
public final class SecretSearch {
  private static final Duration POLL = Duration.ofMillis(200);

  private static final List<String> SERVICES =
      List.of("auth", "inventory", "posting", "listing", "notification");

  private final List<Place> places = new ArrayList<>();

  /** A source that can be read to its end. */
  private interface Place {
    void read(Reader reader) throws Exception;
  }

  private interface Reader {
    void piece(String place, byte[] content);
  }

  /**
   * A value to search for.
   *
   * @param kind its kind, for the report
   * @param belongs beginnings of the places in which it may be, as {@code table auth.app_user}
   */
  public record Planted(String kind, String value, Set<String> belongs) {
    /** A value that must not be anywhere. */
    public static Planted nowhere(String kind, String value) {
      return new Planted(kind, value, Set.of());
    }

    private boolean mayBeIn(String place) {
      return belongs.stream().anyMatch(place::startsWith);
    }
  }

  /** Every row of every table. Places are called {@code table schema.name}. */
  public SecretSearch tables(Connection superuser) {
    places.add(reader -> {
      for (String table : tablesOf(superuser)) {
        try (Statement statement = superuser.createStatement();
            ResultSet rows =
                statement.executeQuery("select to_jsonb(t)::text from " + table + " t")) {
          while (rows.next()) {
            reader.piece("table " + table, bytes(rows.getString(1)));
          }
        }
      }
    });
    return this;
  }

  /**
   * Every record of every topic, dead letters too. Places are called {@code topic name}.
   *
   * @param client properties of a client of Kafka that may read all topics
   */
  public SecretSearch topics(Map<String, Object> client) {
    places.add(reader -> readTopics(client, reader));
    return this;
  }

  /**
   * Every file below the folder. Places are called {@code file path}, from the folder on.
   *
   * @param except beginnings of paths that are not read
   */
  public SecretSearch files(Path folder, String... except) {
    places.add(reader -> {
      try (Stream<Path> files = Files.walk(folder)) {
        for (Path file : files.filter(Files::isRegularFile).toList()) {
          String name = folder.relativize(file).toString();
          if (Stream.of(except).noneMatch(name::startsWith)) {
            reader.piece("file " + name, content(file));
          }
        }
      }
    });
    return this;
  }

  /**
   * The files in the folder of a running installation on one machine, except its keys, its database
   * and its broker, which {@link #tables} and {@link #topics} read; and the metrics of its
   * services.
   */
  public SecretSearch installation(Path home) throws IOException {
    Properties ports = new Properties();
    ports.load(new StringReader(Files.readString(home.resolve("run/ports.properties"))));
    for (String service : SERVICES) {
      page(URI.create("http://127.0.0.1:" + ports.getProperty(service) + "/actuator/prometheus"));
    }
    return files(home, "postgres", "kafka", "secrets");
  }

  /** The answer of an address, for example metrics. Places are called {@code page address}. */
  public SecretSearch page(URI address) {
    places.add(reader -> {
      try (HttpClient client = HttpClient.newHttpClient()) {
        HttpResponse<byte[]> answer =
            client.send(
                HttpRequest.newBuilder(address).timeout(Duration.ofSeconds(20)).build(),
                HttpResponse.BodyHandlers.ofByteArray());
        if (answer.statusCode() != 200) {
          throw new IOException(address + " answers " + answer.statusCode());
        }
        reader.piece("page " + address, answer.body());
      }
    });
    return this;
  }

  /** A text, for example the log of this process. */
  public SecretSearch text(String place, Supplier<String> text) {
    places.add(reader -> reader.piece(place, bytes(text.get())));
    return this;
  }

  /**
   * Reads all places once.
   *
   * @return kind and place of each value that is in a place where it does not belong
   */
  public Set<String> leaks(Collection<Planted> secrets) throws Exception {
    Set<String> found = new TreeSet<>();
    List<SecretForms> forms = secrets.stream().map(SecretForms::of).toList();
    Reader reader =
        (place, content) -> {
          String text = new String(content, StandardCharsets.ISO_8859_1);
          for (SecretForms one : forms) {
            if (!one.secret().mayBeIn(place) && one.in(text)) {
              found.add(one.secret().kind() + " in " + place);
            }
          }
        };
    for (Place place : places) {
      place.read(reader);
    }
    return found;
  }

  private static List<String> tablesOf(Connection superuser) throws SQLException {
    try (Statement statement = superuser.createStatement();
        ResultSet rows =
            statement.executeQuery(
                """
                select quote_ident(schemaname) || '.' || quote_ident(tablename) from pg_tables
                where schemaname not in ('pg_catalog', 'information_schema')
                """)) {
      List<String> tables = new ArrayList<>();
      while (rows.next()) {
        tables.add(rows.getString(1));
      }
      return tables;
    }
  }

  private static void readTopics(Map<String, Object> client, Reader reader) {
    Map<String, Object> settings = new HashMap<>(client);
    settings.put("enable.auto.commit", "false");
    try (KafkaConsumer<byte[], byte[]> consumer =
        new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
      List<TopicPartition> all =
          consumer.listTopics().entrySet().stream()
              .filter(topic -> !topic.getKey().startsWith("__"))
              .flatMap(topic -> topic.getValue().stream())
              .map(part -> new TopicPartition(part.topic(), part.partition()))
              .toList();
      consumer.assign(all);
      consumer.seekToBeginning(all);
      Map<TopicPartition, Long> ends = consumer.endOffsets(all);
      while (ends.entrySet().stream().anyMatch(e -> consumer.position(e.getKey()) < e.getValue())) {
        consumer.poll(POLL).forEach(record -> read(record, reader));
      }
    }
  }

  private static void read(ConsumerRecord<byte[], byte[]> record, Reader reader) {
    String place = "topic " + record.topic();
    if (record.key() != null) {
      reader.piece(place, record.key());
    }
    if (record.value() != null) {
      reader.piece(place, record.value());
    }
    record.headers().forEach(header -> reader.piece(place, header.value()));
  }

  private static byte[] content(Path file) throws IOException {
    byte[] content = Files.readAllBytes(file);
    if (!file.toString().endsWith(".gz")) {
      return content;
    }
    try (InputStream unpacked = new GZIPInputStream(Files.newInputStream(file))) {
      return unpacked.readAllBytes();
    }
  }

  private static byte[] bytes(String text) {
    return text == null ? new byte[0] : text.getBytes(StandardCharsets.UTF_8);
  }
}
