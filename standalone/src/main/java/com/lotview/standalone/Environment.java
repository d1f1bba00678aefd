package com.lotview.standalone;

import com.lotview.standalone.server.LocalPostgres;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The environment variables that each service would get from its container, made for one machine.
 * The services read nothing else, so they behave the same here and in containers.
 */
public final class Environment {
  /** Services that have a schema, and the schema's name. */
  public static final Map<String, String> SCHEMAS =
      Map.of(
          "auth", "auth",
          "inventory", "inventory",
          "posting", "posting",
          "listing", "listing",
          "notification", "notification",
          "worker", "fleet");

  /** Services that call others and therefore need a secret. */
  static final List<String> CALLERS =
      List.of("inventory", "posting", "listing", "notification", "gateway", "worker");

  // Of the extension that `./lotview extension` builds: its manifest's key makes it.
  private static final String EXTENSION_ID = "jabhaglibpfpncckogpdbgadkcjjepkk";

  private static final List<String> SERVICES =
      List.of("auth", "inventory", "posting", "listing", "notification");

  private final Ports ports;
  private final LocalSecrets secrets;
  private final Path mailFolder;
  private final Map<String, String> shared = new LinkedHashMap<>();

  /**
   * @param mailFolder where mails are stored, because there is no mail server
   */
  public Environment(
      Ports ports, LocalSecrets secrets, String kafka, String storageUrl, Path mailFolder) {
    this.ports = ports;
    this.secrets = secrets;
    this.mailFolder = mailFolder;
    shared.put("KAFKA_BOOTSTRAP_SERVERS", kafka);
    for (String service : SERVICES) {
      shared.put(service.toUpperCase(java.util.Locale.ROOT) + "_URL", url(service));
    }
    shared.put("S3_ENDPOINT", storageUrl);
    shared.put("S3_BUCKET", "lotview");
    shared.put("S3_ACCESS_KEY", "lotview");
    shared.put("S3_SECRET_KEY", secrets.password("storage"));
  }

  private String url(String service) {
    return "http://127.0.0.1:" + ports.stable(service);
  }

  /** For one service. */
  public Map<String, String> of(String service, LocalPostgres postgres) {
    Map<String, String> env = new LinkedHashMap<>(shared);
    env.put("PORT", String.valueOf(ports.stable(service)));
    env.put("SERVICE_SECRET", secrets.password("service-" + service));
    servers(service, postgres, env);
    switch (service) {
      case "auth" -> auth(env);
      case "gateway" -> {
        env.put("PORT", String.valueOf(ports.gateway()));
        env.put("LOTVIEW_PORT", String.valueOf(ports.gateway()));
        env.put("EXTENSION_IDS", EXTENSION_ID);
      }
      case "inventory" -> env.put("FEED_ENCRYPTION_KEY", secrets.feedKey());
      case "notification" -> env.put("WEBHOOK_ENCRYPTION_KEY", secrets.webhookKey());
      case "posting" -> env.put("FB_SESSION_SEAL_KEY", secrets.sessionSealKey());
      case "worker" -> {
        env.put("PORT", "0");
        env.put("FB_SESSION_SEAL_KEY", secrets.sessionSealKey());
        env.put("FB_SESSION_ENCRYPTION_KEY", secrets.sessionOpenKey());
      }
      default -> {}
    }
    return env;
  }

  private void servers(String service, LocalPostgres postgres, Map<String, String> env) {
    String schema = SCHEMAS.get(service);
    if (schema != null) {
      env.put("KAFKA_USER", service);
      env.put("KAFKA_PASSWORD", secrets.password("kafka-" + service));
      String password = secrets.password("database-" + schema);
      env.put("DATABASE_URL", postgres.url(schema, "app", password));
      env.put("DATABASE_MIGRATION_URL", postgres.url(schema, "owner", password));
    }
  }

  private void auth(Map<String, String> env) {
    env.put("JWT_PRIVATE_KEY", secrets.jwtPrivateKey());
    env.put("TWO_FACTOR_KEY", secrets.twoFactorKey());
    StringBuilder clients = new StringBuilder();
    for (String client : CALLERS) {
      clients.append(clients.isEmpty() ? "" : ",");
      clients.append(client).append('=').append(secrets.sha256("service-" + client));
    }
    env.put("SERVICE_CLIENTS", clients.toString());
    env.put("MAIL_FOLDER", mailFolder.toString());
    env.put("PUBLIC_URL", "http://127.0.0.1:" + ports.gateway());
    env.put("BOOTSTRAP_DEALERSHIP", "Smith Auto");
    env.put("BOOTSTRAP_CITY", "Denver");
    env.put("BOOTSTRAP_STATE", "CO");
    env.put("BOOTSTRAP_TIMEZONE", "America/Denver");
    env.put("BOOTSTRAP_PHONE", "+1 303 555 0100");
    env.put("BOOTSTRAP_GM_EMAIL", DemoLogin.GM_EMAIL);
    env.put("BOOTSTRAP_GM_PASSWORD", secrets.password("demo-login"));
    env.put("BOOTSTRAP_SALES_EMAIL", DemoLogin.SALES_EMAIL);
    env.put("BOOTSTRAP_SALES_PASSWORD", secrets.password("demo-login"));
  }
}
