package com.lotview.bench.parts;

import com.lotview.standalone.server.LocalKafka;
import java.io.IOException;
import java.nio.file.Path;

/** One broker, which runs until it is asked to end or its parent is gone. */
public final class BrokerProcess {
  static final String READY = "Kafka is ready";

  private BrokerProcess() {}

  /** Arguments: folder, port, port of the controller. */
  public static void main(String[] args) throws IOException {
    LocalKafka kafka =
        LocalKafka.start(
            Path.of(args[0]),
            Integer.parseInt(args[1]),
            Integer.parseInt(args[2]),
            BrokerPart.PASSWORD);
    Runtime.getRuntime().addShutdownHook(new Thread(kafka::close, "shutdown"));
    System.out.println(READY);
    while (System.in.read() >= 0) {
      // It reads no commands; its input ends with its parent.
    }
    System.exit(0);
  }
}
