package com.lotview.standalone.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import com.lotview.contracts.KafkaUser;
import com.lotview.standalone.ReadVariables;
import com.lotview.standalone.kubernetes.Workload.Variable;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** Secrets are named only; each is on the list, is made, and is held by one workload. */
class SecretsTest {
  static final List<String> OVERLAYS = Overlay.NAMES;
  private static final Pattern ROW = Pattern.compile("\\| `(lotview-[a-z-]+)` \\| (.*?) \\|.*");
  private static final Pattern KEY = Pattern.compile("`([A-Za-z0-9_.]+)`");

  @Test
  void theListNamesEveryKeyThatIsUsed_andNoOther() throws IOException {
    Map<String, TreeSet<String>> used = new TreeMap<>();
    for (String overlay : Overlay.NAMES) {
      used(overlay).forEach((name, keys) -> used.merge(name, keys, SecretsTest::both));
    }
    Map<String, TreeSet<String>> listed = new TreeMap<>();
    for (String line : Files.readAllLines(Overlay.FOLDER.resolve("SECRETS.md"))) {
      var row = ROW.matcher(line);
      if (row.matches()) {
        listed.put(
            row.group(1),
            KEY.matcher(row.group(2))
                .results()
                .map(key -> key.group(1))
                .collect(Collectors.toCollection(TreeSet::new)));
      }
    }
    assertThat(listed).isEqualTo(used);
  }

  @Test
  void noSecretIsInAFile() {
    for (String overlay : Overlay.NAMES) {
      assertThat(Overlay.read(overlay).values()).noneMatch(one -> one.kind().equals("Secret"));
    }
  }

  /** Neither a service nor a worker can change a schema, whatever happens in its process. */
  @ParameterizedTest
  @FieldSource("OVERLAYS")
  void onlyJobsHoldThePasswordsOfOwners(String overlay) {
    Map<String, Resource> all = Overlay.read(overlay);
    List<String> holders = new ArrayList<>();
    for (Workload workload : Workload.of(all.values())) {
      for (Variable variable : workload.variables(all).values()) {
        boolean owners =
            variable.name().endsWith("_OWNER_PASSWORD")
                || variable.name().equals("DATABASE_MIGRATION_URL");
        if (owners && !variable.secret().isEmpty()) {
          assertThat(workload.isJob()).as(workload.name()).isTrue();
          holders.add(variable.secret());
        } else if (owners) {
          assertThat(variable.value()).as(workload.name() + " does not migrate").isEmpty();
        }
      }
    }
    assertThat(holders.stream().filter(name -> name.startsWith("lotview-migrate-")))
        .hasSize(7)
        .doesNotHaveDuplicates();
  }

  @ParameterizedTest
  @FieldSource("OVERLAYS")
  void everyServiceIsToldThatItDoesNotMigrate(String overlay) {
    Map<String, Resource> all = Overlay.read(overlay);
    for (Workload workload : Workload.of(all.values())) {
      Map<String, Variable> variables = workload.variables(all);
      if (variables.containsKey("DATABASE_URL")) {
        assertThat(variables.get("DATABASE_MIGRATION_URL"))
            .as(workload.name())
            .isEqualTo(new Variable("DATABASE_MIGRATION_URL", "", "", "", false));
      }
    }
  }

  /** A password of its own for each: nobody is given the secret of another. */
  @ParameterizedTest
  @FieldSource("OVERLAYS")
  void eachSecretIsHeldByOneWorkload(String overlay) {
    Map<String, Resource> all = Overlay.read(overlay);
    Map<String, String> holders = new HashMap<>();
    for (Workload workload : Workload.of(all.values())) {
      workload.variables(all).values().stream()
          .map(Variable::secret)
          .filter(secret -> !secret.isEmpty())
          .forEach(secret ->
              assertThat(holders.merge(secret, workload.name(), (one, other) -> one))
                  .as(secret)
                  .isEqualTo(workload.name()));
    }
    for (KafkaUser user : KafkaUser.values()) {
      if (user.isService()) {
        Workload service = new Workload(all.get("Deployment/" + user.principal()));
        assertThat(service.variables(all).get("KAFKA_USER").value()).isEqualTo(user.principal());
      }
    }
  }

  @Test
  void theScriptMakesTheSecretsOfTheSmallInstallation(@TempDir Path folder) throws Exception {
    Map<String, Resource> made = made(folder);
    assertThat(made.values()).allSatisfy(one -> assertThat(Fields.fault(one)).isEmpty());
    Map<String, Resource> all = Overlay.read("small");
    for (Workload workload : Workload.of(all.values())) {
      for (Variable variable : workload.variables(all).values()) {
        if (!variable.secret().isEmpty() && !variable.optional()) {
          assertThat(made).containsKey(variable.secret());
          assertThat(made.get(variable.secret()).map("stringData"))
              .as(variable.secret())
              .containsKey(variable.key());
        }
      }
    }
    assertThat(made.get("lotview-worker").text("stringData.DATABASE_URL"))
        .matches("postgresql://fleet_app:[^@]+@postgres:5432/lotview");
    assertThat(made.get("lotview-migrate-fleet").text("stringData.DATABASE_MIGRATION_URL"))
        .matches("postgresql://fleet_owner:[^@]+@postgres:5432/lotview");
  }

  /** The secrets that the script makes of fresh keys, by name. */
  static Map<String, Resource> made(Path folder) throws IOException, InterruptedException {
    Path env = Files.writeString(folder.resolve(".env"), ReadVariables.freshKeys());
    Process script =
        new ProcessBuilder("bash", Overlay.FOLDER.resolve("secrets.sh").toString(), env.toString())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    String text = new String(script.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(script.waitFor()).isZero();
    return Overlay.parse(text).stream().collect(Collectors.toMap(Resource::name, one -> one));
  }

  @Test
  void inProductionEverySecretComesFromOutside() {
    Map<String, Resource> all = Overlay.read("production");
    used("production")
        .forEach((name, keys) -> assertThat(all).containsKey("ExternalSecret/" + name));
    assertThat(all.values().stream().filter(one -> one.kind().equals("ExternalSecret")))
        .hasSize(used("production").size());
  }

  /** PostgreSQL by TLS with a checked certificate, at one address, which the pod can check. */
  @Test
  void inProductionPostgresAndKafkaAreSpokenToInTls() {
    Map<String, Resource> all = Overlay.read("production");
    int addresses = 0;
    for (Workload workload : Workload.of(all.values())) {
      Map<String, Variable> variables = workload.variables(all);
      for (String name : List.of("DATABASE_URL", "DATABASE_MIGRATION_URL")) {
        Variable variable = variables.get(name);
        if (variable != null && !variable.secret().isEmpty()) {
          String url =
              all.get("ExternalSecret/" + variable.secret())
                  .text("spec.target.template.data." + variable.key());
          assertThat(url).contains("?sslmode=verify-full&sslrootcert=").startsWith("postgresql://");
          assertThat(mounted(workload)).contains(url.substring(url.lastIndexOf('=') + 1));
          addresses++;
        }
      }
      if (variables.containsKey("KAFKA_BOOTSTRAP_SERVERS")) {
        assertThat(variables.get("KAFKA_TLS").value()).isEqualTo("true");
        assertThat(mounted(workload)).contains(variables.get("KAFKA_TRUSTSTORE").value());
        assertThat(variables).containsKeys("KAFKA_USER", "KAFKA_PASSWORD");
      }
    }
    assertThat(addresses).isEqualTo(14);
  }

  /** Files of secrets in the container. */
  private static List<String> mounted(Workload workload) {
    Map<Object, String> places = new HashMap<>();
    workload
        .container()
        .list("volumeMounts")
        .forEach(one -> places.put(one.get("name"), one.get("mountPath").toString()));
    List<String> files = new ArrayList<>();
    for (Map<String, Object> volume : workload.pod().list("volumes")) {
      new Resource(volume)
          .list("secret.items")
          .forEach(item -> files.add(places.get(volume.get("name")) + "/" + item.get("path")));
    }
    return files;
  }

  /** The keys of secrets that an overlay uses: of variables, files, and the scaler. */
  private static Map<String, TreeSet<String>> used(String overlay) {
    Map<String, Resource> all = Overlay.read(overlay);
    Map<String, TreeSet<String>> used = new TreeMap<>();
    for (Workload workload : Workload.of(all.values())) {
      for (Variable variable : workload.variables(all).values()) {
        put(used, variable.secret(), variable.key());
      }
      for (Map<String, Object> one : workload.pod().list("volumes")) {
        Resource volume = new Resource(one);
        volume
            .list("secret.items")
            .forEach(
                item -> put(used, volume.text("secret.secretName"), item.get("key").toString()));
      }
    }
    for (Resource one : all.values()) {
      one.list("spec.secretTargetRef")
          .forEach(ref -> put(used, ref.get("name").toString(), ref.get("key").toString()));
    }
    return used;
  }

  private static void put(Map<String, TreeSet<String>> used, String secret, String key) {
    if (!secret.isEmpty()) {
      used.computeIfAbsent(secret, any -> new TreeSet<>()).add(key);
    }
  }

  private static TreeSet<String> both(TreeSet<String> one, TreeSet<String> other) {
    TreeSet<String> both = new TreeSet<>(one);
    both.addAll(other);
    return both;
  }
}
