package com.lotview.standalone.reference;

import java.nio.file.Path;

/** A module with a page in {@code docs/reference}. */
public enum Service {
  KIT("service-kit", "com.lotview.kit", "kit.yml"),
  GATEWAY("gateway", "com.lotview.gateway", "gateway.yml"),
  AUTH("auth-service", "com.lotview.auth", "auth.yml"),
  INVENTORY("inventory-service", "com.lotview.inventory", "inventory.yml"),
  POSTING("posting-service", "com.lotview.posting", "posting.yml"),
  LISTING("listing-ai-service", "com.lotview.listing", "listing.yml"),
  WORKER("browser-worker", "com.lotview.worker", "worker.yml"),
  NOTIFICATION("notification-service", "com.lotview.notification", "notification.yml");

  private static final Path ROOT = Path.of("..");

  private final String module;
  private final String basePackage;
  private final String settings;

  Service(String module, String basePackage, String settings) {
    this.module = module;
    this.basePackage = basePackage;
    this.settings = settings;
  }

  public String module() {
    return module;
  }

  public String basePackage() {
    return basePackage;
  }

  String settingsName() {
    return settings;
  }

  public Path settingsFile() {
    return ROOT.resolve(module).resolve("src/main/resources").resolve(settings);
  }

  public Path page() {
    return ROOT.resolve("docs/reference").resolve(module + ".md");
  }

  @Override
  public String toString() {
    return module;
  }
}
