package com.lotview.inventory;

import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/**
 * A schema of its own for a test whose work other contexts of the service must not take: they share
 * one database.
 */
public final class OwnSchema {
  private OwnSchema() {}

  /**
   * Gives the schema the tables of the service. Its name is also that of the folder with its
   * migrations.
   *
   * @param classPath folder of the class path in which the service starts
   */
  public static void copyMigrations(Path classPath, String schema) throws IOException {
    Path to = Files.createDirectories(classPath.resolve("db").resolve(schema));
    try (DirectoryStream<Path> scripts = Files.newDirectoryStream(folder("/db/inventory"))) {
      for (Path script : scripts) {
        Files.copy(script, to.resolve(script.getFileName()), StandardCopyOption.REPLACE_EXISTING);
      }
    }
  }

  /** The folder of the class path that has the tests. */
  public static Path tests() {
    return folder("/" + OwnSchema.class.getName().replace('.', '/') + ".class")
        .resolve("../../../..")
        .normalize();
  }

  private static Path folder(String resource) {
    try {
      URI place = OwnSchema.class.getResource(resource).toURI();
      return Path.of(place);
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }
}
