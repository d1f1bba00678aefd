package com.lotview.standalone.doctor;

import java.util.List;

/** Services that do not answer, or are not ready. */
final class ServiceFaults {
  private ServiceFaults() {}

  static List<PlantedFault> all() {
    return List.of(
        PlantedFault.ofVariable(
            "a service that is down",
            "auth at http://127.0.0.1:",
            "start it",
            "AUTH_URL",
            "http://127.0.0.1:" + PlantedSystem.freePort()),
        answers(
            "a service without its database",
            "inventory",
            503,
            """
            {"components":{"database":{"status":"DOWN"},"readinessState":{"status":"UP"}},
             "status":"DOWN"}
            """,
            "is not ready: database is DOWN",
            "correct its DATABASE_URL"),
        answers(
            "a gateway that stops",
            "gateway",
            503,
            "{\"status\":\"OUT_OF_SERVICE\"}",
            "is not ready",
            "its log says why"),
        answers(
            "another program at the port",
            "listing",
            404,
            "<html>nothing here</html>",
            "is no service of LotView: it answers 404",
            "another program has the port"),
        PlantedFault.of(
            "a worker whose browser does not start",
            "browserStart is DOWN, no user namespaces",
            "browsers-do-not-start.md",
            (system, variables) -> {
              Readiness worker = new Readiness();
              worker.answer(
                  503,
                  """
                  {"components":{"browserStart":{"details":{"cause":"no user namespaces"},
                   "status":"DOWN"}},"status":"DOWN"}
                  """);
              variables.put("WORKER_URLS", system.service("auth").url() + ", " + worker.url());
              return worker;
            }));
  }

  private static PlantedFault answers(
      String name, String service, int status, String body, String what, String cure) {
    return PlantedFault.of(
        name,
        what,
        cure,
        (system, variables) -> {
          system.service(service).answer(status, body);
          return () -> {};
        });
  }
}
