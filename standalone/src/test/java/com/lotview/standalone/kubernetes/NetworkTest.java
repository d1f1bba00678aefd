package com.lotview.standalone.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import com.lotview.standalone.kubernetes.Workload.Variable;
import java.net.URI;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/**
 * Each connection that the settings need has exactly one rule at the end that opens it, and exactly
 * one at the end that takes it; there is no other rule.
 */
class NetworkTest {
  static final List<String> OVERLAYS = Overlay.NAMES;

  /** Who speaks to addresses that are not in the settings or are outside, and to which ports. */
  private static final Map<String, Set<Integer>> INTERNET =
      Map.of(
          "auth", Set.of(587),
          "inventory", Set.of(80, 443),
          "listing", Set.of(443),
          "notification", Set.of(443),
          "worker", Set.of(443));

  /**
   * A connection.
   *
   * @param from a workload, or "ingress" or "monitoring" for namespaces of others
   * @param to a workload, "dns", "internet", or "network" for servers of our own outside
   */
  record Edge(String from, String to, int port) {}

  private final Map<String, Resource> none = Map.of();
  private Map<String, Resource> all = none;
  private List<Workload> workloads = List.of();

  private void read(String overlay) {
    all = Overlay.read(overlay);
    workloads = Workload.of(all.values());
  }

  @ParameterizedTest
  @FieldSource("OVERLAYS")
  void whatIsNeededIsAllowedOnce_andNothingElse(String overlay) {
    read(overlay);
    Set<Edge> needed = needed();
    assertThat(needed).hasSizeGreaterThan(50);

    List<Edge> out = egress();
    assertThat(out).as("rules for what is sent").doesNotHaveDuplicates();
    assertThat(new HashSet<>(out)).isEqualTo(filter(needed, edge -> workload(edge.from()) != null));

    List<Edge> in = ingress();
    assertThat(in).as("rules for what is taken").doesNotHaveDuplicates();
    assertThat(new HashSet<>(in)).isEqualTo(filter(needed, edge -> workload(edge.to()) != null));
  }

  @ParameterizedTest
  @FieldSource("OVERLAYS")
  void everyPodIsDenied_andEveryRuleIsForSomePod(String overlay) {
    read(overlay);
    Resource deny = all.get("NetworkPolicy/default-deny");
    assertThat(deny.map("spec"))
        .isEqualTo(Map.of("podSelector", Map.of(), "policyTypes", List.of("Ingress", "Egress")));
    for (Resource policy : policies()) {
      assertThat(workloads).as(policy.name()).anyMatch(one -> selects(policy, one));
      for (String direction : List.of("Ingress", "Egress")) {
        boolean typed = ((List<?>) policy.map("spec").get("policyTypes")).contains(direction);
        boolean ruled =
            policy.map("spec").containsKey(direction.toLowerCase(java.util.Locale.ROOT));
        assertThat(typed || !ruled).as(policy.name() + " " + direction).isTrue();
      }
    }
  }

  /** Neither a browser nor an address that a dealer names may reach the cluster or the cloud. */
  @ParameterizedTest
  @FieldSource("OVERLAYS")
  void theInternetIsNeitherTheClusterNorTheCloudsMetadata(String overlay) {
    read(overlay);
    for (Resource policy : policies()) {
      for (Map<String, Object> rule : policy.list("spec.egress")) {
        assertThat(rule).as(policy.name()).containsKeys("to", "ports");
        for (Map<String, Object> peer : Resource.list(rule.get("to"))) {
          Resource block = new Resource(Resource.map(peer.get("ipBlock")));
          if (block.text("cidr").equals("0.0.0.0/0")) {
            assertThat(Resource.at(block.content(), "except"))
                .asInstanceOf(org.assertj.core.api.InstanceOfAssertFactories.list(String.class))
                .contains("169.254.0.0/16", "10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16")
                .contains("100.64.0.0/10", "127.0.0.0/8");
          }
        }
      }
    }
  }

  private Set<Edge> needed() {
    Set<Edge> needed = new HashSet<>();
    for (Workload workload : workloads) {
      needed.add(new Edge(workload.name(), "dns", 53));
      for (Variable variable : workload.variables(all).values()) {
        for (URI uri : addresses(variable)) {
          needed.add(new Edge(workload.name(), target(uri), port(uri)));
        }
      }
      for (int port : INTERNET.getOrDefault(workload.name(), Set.of())) {
        needed.add(new Edge(workload.name(), "internet", port));
      }
      if (all.containsKey("PodMonitor/lotview") && isMeasured(workload)) {
        int own = workload.port("management");
        int port = own > 0 ? own : workload.port("http");
        needed.add(new Edge("monitoring", workload.name(), port));
      }
    }
    // posting-service tells the gateway which worker has a live view, by the address of its pod.
    needed.add(new Edge("gateway", "worker", 8086));
    if (all.containsKey("Ingress/lotview")) {
      needed.add(new Edge("ingress", "gateway", 8080));
    }
    return needed;
  }

  private static boolean isMeasured(Workload workload) {
    return workload.is("service") || workload.is("worker");
  }

  /** The servers that a variable names; not where people reach LotView, and nothing empty. */
  private List<URI> addresses(Variable variable) {
    List<URI> found = new ArrayList<>();
    switch (variable.name()) {
      case "PUBLIC_URL" -> {}
      case "KAFKA_BOOTSTRAP_SERVERS" -> {
        for (String server : variable.value().split(",", -1)) {
          found.add(URI.create("kafka://" + server));
        }
      }
      case "PGHOST" -> found.add(URI.create("postgresql://" + variable.value() + ":5432"));
      case "DATABASE_URL", "DATABASE_MIGRATION_URL" -> {
        if (!variable.secret().isEmpty()) {
          found.add(database(variable));
        }
      }
      default -> {
        if (variable.name().endsWith("_URL") || variable.name().equals("S3_ENDPOINT")) {
          found.add(URI.create(variable.value()));
        }
      }
    }
    return found;
  }

  /** As secrets.sh makes it for the small installation, and the external secret elsewhere. */
  private URI database(Variable variable) {
    Resource made = all.get("ExternalSecret/" + variable.secret());
    String address =
        made == null
            ? "@postgres:5432/lotview"
            : made.text("spec.target.template.data." + variable.key());
    return URI.create("postgresql://" + address.substring(address.indexOf('@') + 1));
  }

  /** A service of this installation; the marketplace; or else a server of our own outside. */
  private String target(URI uri) {
    String host = Objects.requireNonNull(uri.getHost(), uri.toString());
    Resource service = all.get("Service/" + host);
    if (service == null) {
      return host.endsWith(".facebook.com") ? "internet" : "network";
    }
    return workloads.stream()
        .filter(one -> one.matches(Map.of("matchLabels", service.map("spec.selector"))))
        .findFirst()
        .orElseThrow()
        .name();
  }

  private static int port(URI uri) {
    return uri.getPort() > 0 ? uri.getPort() : uri.getScheme().equals("https") ? 443 : 80;
  }

  private List<Edge> egress() {
    List<Edge> edges = new ArrayList<>();
    for (Resource policy : policies()) {
      for (Workload from : workloads) {
        if (selects(policy, from)) {
          for (Map<String, Object> rule : policy.list("spec.egress")) {
            for (Map<String, Object> peer : Resource.list(rule.get("to"))) {
              for (String to : peers(peer, policy)) {
                ports(rule).forEach(port -> edges.add(new Edge(from.name(), to, (Integer) port)));
              }
            }
          }
        }
      }
    }
    return edges;
  }

  private List<Edge> ingress() {
    List<Edge> edges = new ArrayList<>();
    for (Resource policy : policies()) {
      for (Workload to : workloads) {
        if (selects(policy, to)) {
          for (Map<String, Object> rule : policy.list("spec.ingress")) {
            for (Map<String, Object> peer : Resource.list(rule.get("from"))) {
              for (String from : peers(peer, policy)) {
                ports(rule).forEach(port -> edges.add(new Edge(from, to.name(), to.port(port))));
              }
            }
          }
        }
      }
    }
    return edges;
  }

  private List<Resource> policies() {
    return all.values().stream().filter(one -> one.kind().equals("NetworkPolicy")).toList();
  }

  private static boolean selects(Resource policy, Workload workload) {
    return workload.matches(policy.map("spec.podSelector"));
  }

  /** DNS is asked over UDP, and over TCP for long answers: one edge. */
  private static List<Object> ports(Map<String, Object> rule) {
    Map<Object, Set<Object>> protocols = new HashMap<>();
    for (Map<String, Object> port : Resource.list(rule.get("ports"))) {
      protocols.computeIfAbsent(port.get("port"), any -> new HashSet<>()).add(port.get("protocol"));
    }
    protocols.forEach((port, found) ->
        assertThat(found)
            .isEqualTo(port.equals(53) ? Set.of("UDP", "TCP") : Set.of((Object) "TCP")));
    return List.copyOf(protocols.keySet());
  }

  private List<String> peers(Map<String, Object> peer, Resource policy) {
    Resource one = new Resource(peer);
    if (!one.map("ipBlock").isEmpty()) {
      return List.of(one.text("ipBlock.cidr").equals("0.0.0.0/0") ? "internet" : "network");
    }
    Map<String, Object> namespace = one.map("namespaceSelector.matchLabels");
    if (!namespace.isEmpty()) {
      return List.of(
          switch (Collections.min(namespace.keySet())) {
            case "kubernetes.io/metadata.name" -> "dns";
            case "lotview/ingress" -> "ingress";
            case "lotview/monitoring" -> "monitoring";
            default -> throw new IllegalArgumentException(policy.name() + ": " + namespace);
          });
    }
    assertThat(one.map("podSelector")).as(policy.name()).isNotEmpty();
    List<String> found =
        workloads.stream()
            .filter(workload -> workload.matches(one.map("podSelector")))
            .map(Workload::name)
            .toList();
    assertThat(found).as(policy.name() + " names a pod that is there").isNotEmpty();
    return found;
  }

  private Workload workload(String name) {
    return workloads.stream().filter(one -> one.name().equals(name)).findFirst().orElse(null);
  }

  private static Set<Edge> filter(Set<Edge> edges, java.util.function.Predicate<Edge> which) {
    Set<Edge> chosen = new HashSet<>(edges);
    chosen.removeIf(which.negate());
    return chosen;
  }
}
