package com.lotview.standalone.kubernetes;

import com.lotview.standalone.ReadVariables;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.StreamSupport;
import org.yaml.snakeyaml.Yaml;

/**
 * What an overlay installs: the part of Kustomize that these manifests use, so that they are
 * checked on machines without it. It refuses what it does not know; KustomizeTest compares it with
 * the real one.
 */
final class Overlay {
  static final Path FOLDER = ReadVariables.ROOT.resolve("deploy/kubernetes");
  static final List<String> NAMES = List.of("small", "production");

  private static final TreeSet<String> KNOWN =
      new TreeSet<>(
          List.of(
              "apiVersion",
              "kind",
              "namespace",
              "resources",
              "components",
              "configMapGenerator",
              "generatorOptions",
              "patches",
              "replicas",
              "replacements"));

  private final Map<String, Resource> resources = new LinkedHashMap<>();

  private Overlay() {}

  /** All resources of the overlay, by kind and name. */
  static Map<String, Resource> read(String name) {
    Overlay overlay = new Overlay();
    try {
      overlay.add(FOLDER.resolve("overlays").resolve(name));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return overlay.resources;
  }

  /** The documents of a YAML text. */
  static List<Resource> parse(String text) {
    return StreamSupport.stream(new Yaml().loadAll(text).spliterator(), false)
        .map(document -> new Resource(Resource.map(document)))
        .toList();
  }

  private void add(Path folder) throws IOException {
    Resource kustomization =
        new Resource(new Yaml().load(Files.readString(folder.resolve("kustomization.yaml"))));
    if (!KNOWN.containsAll(kustomization.content().keySet())) {
      throw new IllegalArgumentException(folder + " uses what Overlay does not know: " + KNOWN);
    }
    for (String resource : texts(kustomization, "resources")) {
      addResource(folder.resolve(resource).normalize());
    }
    // As Kustomize: the parts below, then the components, then what the overlay itself changes.
    for (String component : texts(kustomization, "components")) {
      add(folder.resolve(component).normalize());
    }
    for (Map<String, Object> generator : kustomization.list("configMapGenerator")) {
      generate(folder, generator);
    }
    for (Map<String, Object> patch : kustomization.list("patches")) {
      for (Resource part : parse(Files.readString(folder.resolve(patch.get("path").toString())))) {
        merge(get(part.id()).content(), part.content());
      }
    }
    kustomization
        .list("replicas")
        .forEach(count ->
            Resource.map(get("Deployment/" + count.get("name")).content().get("spec"))
                .put("replicas", count.get("count")));
    kustomization.list("replacements").forEach(replacement -> replace(new Resource(replacement)));
    finish(kustomization);
  }

  private void addResource(Path path) throws IOException {
    if (Files.isDirectory(path)) {
      add(path);
      return;
    }
    for (Resource resource : parse(Files.readString(path))) {
      if (resources.put(resource.id(), resource) != null) {
        throw new IllegalArgumentException(resource.id() + " is there twice");
      }
    }
  }

  private void generate(Path folder, Map<String, Object> generator) throws IOException {
    Resource options = new Resource(generator);
    Map<String, Object> data = new LinkedHashMap<>();
    for (String file : texts(options, "envs")) {
      Files.readAllLines(folder.resolve(file)).stream()
          .filter(line -> !line.isBlank() && !line.startsWith("#"))
          .forEach(line -> put(data, line));
    }
    texts(options, "literals").forEach(line -> put(data, line));
    for (String file : texts(options, "files")) {
      data.put(Path.of(file).getFileName().toString(), Files.readString(folder.resolve(file)));
    }
    String id = "ConfigMap/" + options.text("name");
    if (options.text("behavior").equals("merge")) {
      get(id).map("data").putAll(data);
    } else {
      Map<String, Object> metadata = new LinkedHashMap<>(Map.of("name", options.text("name")));
      if (!options.map("options.labels").isEmpty()) {
        metadata.put("labels", options.map("options.labels"));
      }
      resources.put(
          id,
          new Resource(
              new LinkedHashMap<>(
                  Map.of(
                      "apiVersion",
                      "v1",
                      "kind",
                      "ConfigMap",
                      "metadata",
                      metadata,
                      "data",
                      data))));
    }
  }

  private static void put(Map<String, Object> data, String line) {
    data.put(line.substring(0, line.indexOf('=')), line.substring(line.indexOf('=') + 1));
  }

  /** Maps are merged, as are lists of what has a name; another list takes the place of the old. */
  private static void merge(Map<String, Object> old, Map<String, Object> change) {
    change.forEach((key, value) -> {
      Object now = old.get(key);
      if (now instanceof Map && value instanceof Map) {
        merge(Resource.map(now), Resource.map(value));
      } else if (named(now) && named(value)) {
        old.put(key, mergedByName(Resource.list(now), Resource.list(value)));
      } else {
        old.put(key, value);
      }
    });
  }

  private static boolean named(Object value) {
    return value instanceof List<?> list
        && list.stream().allMatch(one -> one instanceof Map<?, ?> map && map.containsKey("name"));
  }

  private static List<Map<String, Object>> mergedByName(
      List<Map<String, Object>> old, List<Map<String, Object>> change) {
    Map<Object, Map<String, Object>> all = new LinkedHashMap<>();
    old.forEach(one -> all.put(one.get("name"), one));
    change.forEach(one ->
        all.merge(
            one.get("name"),
            one,
            (before, after) -> {
              merge(before, after);
              return before;
            }));
    return new ArrayList<>(all.values());
  }

  /** Only the form in which one text is put behind a separator. */
  private void replace(Resource replacement) {
    String value =
        get(replacement.text("source.kind") + "/" + replacement.text("source.name"))
            .text(replacement.text("source.fieldPath"));
    for (Map<String, Object> one : replacement.list("targets")) {
      Resource target = new Resource(one);
      Resource changed = get(target.text("select.kind") + "/" + target.text("select.name"));
      String path = texts(target, "fieldPaths").getFirst();
      String separator = target.text("options.delimiter");
      String before = changed.text(path);
      int at = before.indexOf(separator) + separator.length();
      int dot = path.lastIndexOf('.');
      changed
          .map(path.substring(0, dot))
          .put(path.substring(dot + 1), before.substring(0, at) + value);
    }
  }

  private void finish(Resource kustomization) {
    String namespace = kustomization.text("namespace");
    resources
        .values()
        .removeIf(one ->
            !namespace.isEmpty()
                && one.map("metadata.annotations")
                    .containsKey("config.kubernetes.io/local-config"));
    for (Resource resource : namespace.isEmpty() ? List.<Resource>of() : all()) {
      if (!resource.kind().equals("Namespace")) {
        resource.map("metadata").put("namespace", namespace);
      }
    }
  }

  private Collection<Resource> all() {
    return resources.values();
  }

  private Resource get(String id) {
    Resource resource = resources.get(id);
    if (resource == null) {
      throw new IllegalArgumentException(id + " is changed, but is not there");
    }
    return resource;
  }

  @SuppressWarnings("unchecked")
  private static List<String> texts(Resource from, String key) {
    return (List<String>) from.content().getOrDefault(key, List.of());
  }
}
