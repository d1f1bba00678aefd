package com.lotview.standalone.openapi;

import com.lotview.auth.apikey.ApiKeys;
import com.lotview.standalone.reference.ReferencePage;
import com.lotview.standalone.reference.Routes;
import com.lotview.standalone.reference.Routes.Route;
import com.lotview.standalone.reference.Service;
import com.lotview.standalone.reference.SettingsTree;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import tools.jackson.core.util.DefaultIndenter;
import tools.jackson.core.util.DefaultPrettyPrinter;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The OpenAPI 3.1 document of all public operations, made from the code of the services. */
final class ApiDocument {
  static final JsonMapper JSON = JsonMapper.builder().build();

  private static final String ANSWERS = "#/components/responses/";
  private static final List<Service> SERVICES =
      List.of(
          Service.AUTH, Service.INVENTORY, Service.LISTING, Service.POSTING, Service.NOTIFICATION);

  private final ObjectNode root = JSON.createObjectNode();
  private final Schemas schemas = new Schemas();

  private ApiDocument() {}

  static ObjectNode made() throws Exception {
    ApiDocument document = new ApiDocument();
    document.head();
    for (Service service : SERVICES) {
      document.add(service);
    }
    document.components();
    document.examples();
    return document.root;
  }

  static String text(JsonNode document) {
    DefaultIndenter lines = new DefaultIndenter("  ", "\n");
    return JSON.writer()
            .with(new DefaultPrettyPrinter().withObjectIndenter(lines).withArrayIndenter(lines))
            .writeValueAsString(document)
        + "\n";
  }

  private void head() {
    root.put("openapi", "3.1.0");
    ObjectNode info = root.putObject("info");
    info.put("title", "LotView").put("version", "1");
    info.put(
        "description",
        "Money is in cents, times are RFC 3339. Every error is an RFC 9457 problem with a `code`.");
    info.putObject("license").put("name", "Apache-2.0").put("identifier", "Apache-2.0");
    root.putArray("servers").addObject().put("url", "/");
    root.putArray("tags");
    root.putObject("paths");
  }

  private void add(Service service) throws Exception {
    Bytecode classes = Bytecode.of(service.basePackage(), Service.KIT.basePackage());
    HandlerCode code = new HandlerCode(classes);
    ReferencePage page = ReferencePage.read(service.page());
    String word = service.name().toLowerCase(Locale.ROOT);
    ((ArrayNode) root.get("tags"))
        .addObject()
        .put("name", word)
        .put("description", "Answered by " + service.module());
    ObjectNode paths = (ObjectNode) root.get("paths");
    for (Route route : Routes.of(service, SettingsTree.of(service.settingsFile()).publicPaths())) {
      if (route.handler() == null || route.path().startsWith("/internal/")) {
        continue;
      }
      paths
          .withObject("/" + route.path().replace("~", "~0").replace("/", "~1"))
          .set(
              route.method().toLowerCase(Locale.ROOT),
              Operation.of(
                  route,
                  page.sentence(route.method(), route.path()),
                  code,
                  schemas,
                  ApiKeys.scopes()));
    }
  }

  private void components() {
    ObjectNode components = root.putObject("components");
    ObjectNode all = components.putObject("schemas");
    all.set("Problem", Problems.schema());
    schemas.named().forEach(all::set);
    ObjectNode answers = components.putObject("responses");
    root.get("paths").findValuesAsString("$ref").stream()
        .filter(reference -> reference.startsWith(ANSWERS))
        .map(reference -> reference.substring(ANSWERS.length()))
        .sorted()
        .distinct()
        .forEach(name -> answers.set(name, Problems.answer(Problems.codes(name))));
    ObjectNode ways = components.putObject("securitySchemes");
    ways.putObject("accessToken")
        .put("type", "http")
        .put("scheme", "bearer")
        .put("bearerFormat", "JWT")
        .put("description", "The accessToken of a login; for minutes.");
    ways.putObject("apiKey")
        .put("type", "http")
        .put("scheme", "bearer")
        .put("bearerFormat", "lvk_")
        .put("description", "A key of the dealership for another system; until it is revoked.");
  }

  private void examples() {
    Samples samples = new Samples(root);
    for (Map.Entry<String, JsonNode> path : root.get("paths").properties()) {
      for (JsonNode operation : path.getValue()) {
        for (JsonNode media : operation.path("requestBody").path("content")) {
          ((ObjectNode) media).set("example", samples.request(media.get("schema")));
        }
        for (JsonNode answer : operation.path("responses")) {
          for (JsonNode media : answer.path("content")) {
            ((ObjectNode) media).set("example", samples.of("", media.get("schema")));
          }
        }
      }
    }
  }
}
