package com.lotview.bench.engine;

import com.lotview.bench.parts.JavaProcess;
import com.lotview.bench.recorder.RecorderWorker;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/** Worker processes whose browser is a recorder. */
final class RecorderProcess {
  static final String READY = "Started RecorderWorker";

  private RecorderProcess() {}

  /** Starts one; it takes jobs once it has logged {@link #READY}. */
  static JavaProcess start(Map<String, String> environment, Path log) throws IOException {
    return JavaProcess.start(RecorderWorker.class, log, environment);
  }

  /** The environment that a running system has written for workers that join it. */
  static Map<String, String> environment(Path home) throws IOException {
    Map<String, String> environment = new HashMap<>();
    for (String line : Files.readAllLines(home.resolve("run/worker.env"))) {
      int split = line.indexOf('=');
      environment.put(line.substring(0, split), line.substring(split + 1));
    }
    return environment;
  }
}
