package com.lotview.standalone.doctor;

import java.io.IOException;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** The migrations of this program, by schema. */
final class MigrationFiles {
  private static final Pattern VERSIONED = Pattern.compile("V([0-9_]+?)__.*\\.sql");

  private MigrationFiles() {}

  /** The versions as the schema's history has them: those of the kit and of the service. */
  static Set<String> versions(String schema) throws IOException {
    Set<String> versions = new TreeSet<>();
    for (String folder : new String[] {"kit", schema}) {
      for (Resource file :
          new PathMatchingResourcePatternResolver()
              .getResources("classpath*:db/" + folder + "/V*.sql")) {
        Matcher name = VERSIONED.matcher(String.valueOf(file.getFilename()));
        if (name.matches()) {
          versions.add(name.group(1).replace('_', '.'));
        }
      }
    }
    return versions;
  }
}
