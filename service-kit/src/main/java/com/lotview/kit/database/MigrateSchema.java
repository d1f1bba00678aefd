package com.lotview.kit.database;

/**
 * Brings one schema up to date, and ends; a container of its own, which alone holds the owner's
 * password. The schema is the argument, {@code DATABASE_MIGRATION_URL} the address with its owner.
 */
public final class MigrateSchema {
  private MigrateSchema() {}

  public static void main(String[] args) {
    String url = System.getenv("DATABASE_MIGRATION_URL");
    if (args.length != 1 || url == null || url.isBlank()) {
      throw new IllegalArgumentException(
          "The argument is the schema; DATABASE_MIGRATION_URL is the address with its owner");
    }
    Migrations.migrate(url, args[0]);
  }
}
