package com.lotview.standalone.reference;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The gateway's own table of routes, from its settings file. */
final class GatewayRoutes {
  private GatewayRoutes() {}

  @SuppressWarnings("unchecked")
  private static List<Map<String, Object>> in(SettingsTree settings) {
    return (List<Map<String, Object>>)
        settings.at("spring", "cloud", "gateway", "server", "webflux", "routes");
  }

  static List<List<String>> cells(SettingsTree settings) {
    List<List<String>> rows = new ArrayList<>();
    for (Map<String, Object> route : in(settings)) {
      String paths =
          list(route, "predicates").stream()
              .map(predicate -> predicate.replace("Path=", ""))
              .map(list -> "`" + list.replace(",", "`, `") + "`")
              .collect(Collectors.joining(", "));
      List<String> limits = new ArrayList<>();
      limits.add(target(route));
      limits.addAll(list(route, "filters"));
      if (route.get("metadata") instanceof Map<?, ?> metadata) {
        metadata.forEach((name, value) -> limits.add(name + "=" + value));
      }
      String passes =
          limits.stream().map(limit -> "`" + limit + "`").collect(Collectors.joining(", "));
      rows.add(List.of("`" + route.get("id") + "`", paths, passes));
    }
    return rows;
  }

  /** The addresses of the services, which are settings inside a list. */
  static List<Setting> settings(SettingsTree settings) {
    Map<String, List<Map<String, Object>>> byTarget =
        in(settings).stream()
            .filter(route -> String.valueOf(route.get("uri")).startsWith("${"))
            .collect(
                Collectors.groupingBy(
                    route -> String.valueOf(route.get("uri")),
                    LinkedHashMap::new,
                    Collectors.toList()));
    List<Setting> found = new ArrayList<>();
    byTarget.forEach((uri, routes) -> {
      String ids =
          routes.stream()
              .map(route -> "`" + route.get("id") + "`")
              .collect(Collectors.joining(", "));
      String[] parts = uri.substring(2, uri.length() - 1).split(":", 2);
      found.add(
          new Setting(
              parts[0],
              "spring.cloud.gateway.server.webflux.routes[].uri",
              parts[1],
              "Base URL of the service behind " + ids + "."));
    });
    return found;
  }

  private static String target(Map<String, Object> route) {
    return String.valueOf(route.get("uri")).replaceAll("^\\$\\{([A-Z_]+):.*", "$1");
  }

  private static List<String> list(Map<String, Object> route, String name) {
    return route.get(name) instanceof List<?> values
        ? values.stream().map(String::valueOf).toList()
        : List.of();
  }
}
