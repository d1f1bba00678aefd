package com.lotview.standalone.kubernetes;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** A Deployment, StatefulSet or Job with its one container. */
record Workload(Resource resource) {
  static final String NAME = "app.kubernetes.io/name";
  private static final Set<String> KINDS = Set.of("Deployment", "StatefulSet", "Job");

  /**
   * A variable of the container.
   *
   * @param value what it is set to; empty if a secret has it
   * @param secret the name of the secret that has it; or empty
   * @param key its key in the secret; or empty
   * @param optional whether the secret may lack the key
   */
  record Variable(String name, String value, String secret, String key, boolean optional) {}

  static List<Workload> of(Collection<Resource> resources) {
    return resources.stream()
        .filter(resource -> KINDS.contains(resource.kind()))
        .map(Workload::new)
        .toList();
  }

  String name() {
    return resource.name();
  }

  boolean isJob() {
    return resource.kind().equals("Job");
  }

  boolean is(String component) {
    return Objects.equals(labels().get("app.kubernetes.io/component"), component);
  }

  Map<String, Object> labels() {
    return resource.map("spec.template.metadata.labels");
  }

  Resource pod() {
    return new Resource(resource.map("spec.template.spec"));
  }

  Resource container() {
    List<Map<String, Object>> containers = pod().list("containers");
    if (containers.size() != 1 || pod().content().containsKey("initContainers")) {
      throw new IllegalArgumentException(name() + " has not just one container");
    }
    return new Resource(containers.getFirst());
  }

  /** The port that a name or number means here; -1 for a name that there is not. */
  int port(Object port) {
    return port instanceof Integer number
        ? number
        : container().list("ports").stream()
            .filter(one -> Objects.equals(one.get("name"), port))
            .map(one -> (Integer) one.get("containerPort"))
            .findFirst()
            .orElse(-1);
  }

  /** The variables by name; those of the settings with their values. */
  Map<String, Variable> variables(Map<String, Resource> all) {
    Map<String, Variable> variables = new LinkedHashMap<>();
    for (Map<String, Object> entry : container().list("env")) {
      Variable variable = variable(new Resource(entry), all);
      if (variables.put(variable.name(), variable) != null) {
        throw new IllegalArgumentException(name() + " sets " + variable.name() + " twice");
      }
    }
    return variables;
  }

  private static Variable variable(Resource entry, Map<String, Resource> all) {
    String name = entry.text("name");
    Resource secret = new Resource(entry.map("valueFrom.secretKeyRef"));
    if (!secret.content().isEmpty()) {
      boolean optional = secret.text("optional").equals("true");
      return new Variable(name, "", secret.text("name"), secret.text("key"), optional);
    }
    Resource setting = new Resource(entry.map("valueFrom.configMapKeyRef"));
    if (!setting.content().isEmpty()) {
      Resource map = all.get("ConfigMap/" + setting.text("name"));
      Object value = map == null ? null : map.map("data").get(setting.text("key"));
      if (value == null) {
        throw new IllegalArgumentException(setting + " is not there");
      }
      return new Variable(name, value.toString(), "", "", false);
    }
    return new Variable(name, entry.text("value"), "", "", false);
  }

  /** Whether a selector of labels chooses its pods. */
  boolean matches(Map<String, Object> selector) {
    boolean labels =
        Resource.map(selector.get("matchLabels")).entrySet().stream()
            .allMatch(wanted -> Objects.equals(labels().get(wanted.getKey()), wanted.getValue()));
    return labels
        && Resource.list(selector.get("matchExpressions")).stream().allMatch(this::matchesOne);
  }

  private boolean matchesOne(Map<String, Object> expression) {
    Object value = labels().get(String.valueOf(expression.get("key")));
    boolean among = ((List<?>) expression.get("values")).contains(value);
    return switch (String.valueOf(expression.get("operator"))) {
      case "In" -> among;
      case "NotIn" -> !among;
      default -> throw new IllegalArgumentException(expression + " is not known here");
    };
  }
}
