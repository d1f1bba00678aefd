package com.lotview.standalone.kubernetes;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.introspect.Annotated;
import com.fasterxml.jackson.databind.introspect.JacksonAnnotationIntrospector;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.Namespace;
import io.fabric8.kubernetes.api.model.Secret;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.apps.StatefulSet;
import io.fabric8.kubernetes.api.model.batch.v1.Job;
import io.fabric8.kubernetes.api.model.networking.v1.Ingress;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import io.fabric8.kubernetes.api.model.policy.v1.PodDisruptionBudget;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.yaml.snakeyaml.Yaml;

/** Finds fields that Kubernetes, or the operator of a custom resource, does not know. */
final class Fields {
  private static final Map<String, Class<?>> TYPES =
      Map.of(
          "v1/ConfigMap", ConfigMap.class,
          "v1/Namespace", Namespace.class,
          "v1/Secret", Secret.class,
          "v1/Service", Service.class,
          "apps/v1/Deployment", Deployment.class,
          "apps/v1/StatefulSet", StatefulSet.class,
          "batch/v1/Job", Job.class,
          "networking.k8s.io/v1/Ingress", Ingress.class,
          "networking.k8s.io/v1/NetworkPolicy", NetworkPolicy.class,
          "policy/v1/PodDisruptionBudget", PodDisruptionBudget.class);

  private static final ObjectMapper STRICT = strict();
  private static final Map<String, Object> CUSTOM = custom();

  private Fields() {}

  /** What is wrong with the first field that is wrong; empty if all are known. */
  static Optional<String> fault(Resource resource) {
    String type = resource.text("apiVersion") + "/" + resource.kind();
    Class<?> known = TYPES.get(type);
    if (known == null) {
      Object fields = CUSTOM.get(type);
      return fields == null
          ? Optional.of("the type " + type + " is not known")
          : unknown(resource.content(), fields, type);
    }
    try {
      Objects.requireNonNull(STRICT.convertValue(resource.content(), known));
      return Optional.empty();
    } catch (IllegalArgumentException e) {
      return Optional.of(
          e.getCause() instanceof JsonMappingException cause
              ? cause.getPathReference() + ": " + cause.getOriginalMessage()
              : e.toString());
    }
  }

  /** The types of Kubernetes keep unknown fields aside; here they are refused. */
  private static ObjectMapper strict() {
    ObjectMapper mapper = new ObjectMapper();
    mapper.enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);
    mapper.setAnnotationIntrospector(
        new JacksonAnnotationIntrospector() {
          @Override
          public Boolean hasAnySetter(Annotated annotated) {
            return false;
          }
        });
    return mapper;
  }

  /** A map lists its fields, a list has one pattern for all its items, "any" allows all. */
  private static Optional<String> unknown(Object value, Object fields, String path) {
    if (Objects.equals(fields, "any")) {
      return Optional.empty();
    }
    if (value instanceof List<?> items) {
      return items.stream()
          .map(item -> unknown(item, Resource.list(fields).getFirst(), path + "[]"))
          .flatMap(Optional::stream)
          .findFirst();
    }
    if (!(value instanceof Map<?, ?> map)) {
      return fields == null ? Optional.empty() : Optional.of(path + " should have fields");
    }
    Map<String, Object> known = Resource.map(fields);
    return map.entrySet().stream()
        .map(entry -> {
          String key = String.valueOf(entry.getKey());
          return known.containsKey(key)
              ? unknown(entry.getValue(), known.get(key), path + "." + key)
              : Optional.of(path + " has no field " + key);
        })
        .flatMap(Optional::stream)
        .findFirst();
  }

  private static Map<String, Object> custom() {
    try (InputStream in =
        Objects.requireNonNull(Fields.class.getResourceAsStream("custom-resources.yml"))) {
      return new Yaml().load(in);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }
}
