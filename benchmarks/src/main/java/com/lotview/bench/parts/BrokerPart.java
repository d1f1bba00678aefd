package com.lotview.bench.parts;

import com.lotview.standalone.server.LocalKafka;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;

/** Kafka in a separate process, which may be stopped and killed at any time. */
public final class BrokerPart implements AutoCloseable {
  /** Of the superuser: a benchmark has no data of others. */
  static final String PASSWORD = "bench";

  private final Path folder;
  private final int port;
  private final int controllerPort;
  private JavaProcess running;
  private int starts;

  /** Starts it. */
  public BrokerPart(Path folder, int port, int controllerPort)
      throws IOException, InterruptedException {
    this.folder = folder;
    this.port = port;
    this.controllerPort = controllerPort;
    this.running = launch();
  }

  private JavaProcess launch() throws IOException, InterruptedException {
    starts++;
    return JavaProcess.start(
            BrokerProcess.class,
            folder.resolve("logs/kafka-" + starts + ".log"),
            Map.of(),
            folder.resolve("kafka").toString(),
            String.valueOf(port),
            String.valueOf(controllerPort))
        .awaitSaid(BrokerProcess.READY);
  }

  public String bootstrapServers() {
    return "127.0.0.1:" + port;
  }

  /** Properties of a client that may do everything. */
  public Map<String, Object> superuser() {
    return LocalKafka.superuser(bootstrapServers(), PASSWORD);
  }

  /** Kills it without a shutdown. */
  public void kill() {
    running.kill();
  }

  /** Stops it in an orderly way. */
  public void stop() {
    running.end();
  }

  /** Starts it again on the same data and port. */
  public void start() throws IOException, InterruptedException {
    running = launch();
  }

  @Override
  public void close() {
    running.close();
  }
}
