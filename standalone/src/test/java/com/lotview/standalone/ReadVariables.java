package com.lotview.standalone;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The environment variables that each runnable module reads, found in its settings and code. */
public final class ReadVariables {
  /** The repository, seen from this module. */
  public static final Path ROOT = Path.of("..");

  private static final Pattern READ = Pattern.compile("\\$\\{([A-Z][A-Z0-9_]+)");
  private static final Pattern SETTING = Pattern.compile("setting\\(\"([A-Z_]+)\"");
  private static final Pattern OF_A_PROGRAM =
      Pattern.compile("(?:getOrDefault|getenv)\\(\\s*\"([A-Z][A-Z_]+)\"");

  private ReadVariables() {}

  /** The modules from which a runnable jar is made. */
  public static Set<String> runnableModules() throws IOException {
    Set<String> modules = new HashSet<>();
    try (Stream<Path> poms = Files.list(ROOT)) {
      // The root pom only configures the plugin; a module that names it is runnable.
      for (Path folder : poms.filter(f -> Files.exists(f.resolve("pom.xml"))).toList()) {
        String pom = Files.readString(folder.resolve("pom.xml"));
        if (pom.contains("<artifactId>spring-boot-maven-plugin</artifactId>")) {
          modules.add(folder.getFileName().toString());
        }
      }
    }
    return modules;
  }

  /** The variables that a runnable module reads. */
  public static Set<String> of(String module) throws IOException {
    Set<String> names = new HashSet<>();
    if (module.equals("marketplace-sandbox")) {
      find(
          SETTING, ROOT.resolve(module + "/src/main/java/com/lotview/sandbox/Sandbox.java"), names);
      return names;
    }
    find(READ, ROOT.resolve("service-kit/src/main/resources/kit.yml"), names);
    try (Stream<Path> files = Files.list(ROOT.resolve(module + "/src/main/resources"))) {
      for (Path file : files.filter(f -> f.toString().endsWith(".yml")).toList()) {
        find(READ, file, names);
      }
    }
    return names;
  }

  /** The variables that a program of service-kit reads, such as {@code kafka/ProvisionKafka}. */
  public static Set<String> ofProgram(String program) throws IOException {
    Set<String> names = new HashSet<>();
    Path folder = ROOT.resolve("service-kit/src/main/java/com/lotview/kit");
    find(OF_A_PROGRAM, folder.resolve(program + ".java"), names);
    return names;
  }

  /** What {@code ./lotview keys} prints. */
  public static String freshKeys() {
    return Keys.fresh();
  }

  private static void find(Pattern pattern, Path file, Set<String> names) throws IOException {
    Matcher matcher = pattern.matcher(Files.readString(file));
    while (matcher.find()) {
      names.add(matcher.group(1));
    }
  }
}
