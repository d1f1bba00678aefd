package com.lotview.testkit;

import org.testcontainers.DockerClientFactory;

/** The one switch between containers and embedded servers. */
final class ServerChoice {
  private static final String SWITCH = "LOTVIEW_TEST_SERVERS";

  private ServerChoice() {}

  static boolean docker() {
    String choice = System.getenv().getOrDefault(SWITCH, "auto");
    return switch (choice) {
      case "docker" -> true;
      case "embedded" -> false;
      case "auto" -> DockerClientFactory.instance().isDockerAvailable();
      default ->
          throw new IllegalArgumentException(
              SWITCH + " must be docker, embedded or auto, not " + choice);
    };
  }
}
