package com.lotview.standalone.release;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.SAXException;

/**
 * The jars of a class path, as Maven's local repository has them, with the licences of their POMs.
 */
final class MavenLibraries {
  private static final int MOST_PARENTS = 10;
  private static final String OWN = "com.lotview";

  private MavenLibraries() {}

  /**
   * Reads them.
   *
   * @param classPath as {@code dependency:build-classpath} writes it
   */
  static List<Library> of(String classPath) {
    return Arrays.stream(classPath.strip().split(":"))
        .map(Path::of)
        .filter(jar -> jar.toString().endsWith(".jar"))
        .flatMap(jar -> library(jar).stream())
        .filter(library -> !library.name().startsWith(OWN))
        .distinct()
        .sorted(Comparator.comparing(Library::name))
        .toList();
  }

  /** Empty for a jar that lies in no repository: a module of this build. */
  private static Optional<Library> library(Path jar) {
    Path version = jar.getParent();
    Path artifact = version.getParent();
    Path pom = version.resolve(artifact.getFileName() + "-" + version.getFileName() + ".pom");
    if (!Files.exists(pom)) {
      return Optional.empty();
    }
    String path = artifact.getParent().toString();
    String group = path.substring(path.indexOf("/repository/") + "/repository/".length());
    return Optional.of(
        new Library(
            group.replace('/', '.') + ":" + artifact.getFileName(),
            version.getFileName().toString(),
            Licences.of(licences(pom, MOST_PARENTS))));
  }

  /** Those of the POM, or of the nearest parent that names some. */
  private static List<String> licences(Path pom, int parents) {
    Element project = read(pom);
    List<String> names = new ArrayList<>();
    child(project, "licenses")
        .ifPresent(
            all -> children(all, "license").forEach(one -> names.add(text(one, "name").strip())));
    if (!names.isEmpty() || parents == 0) {
      return names;
    }
    return child(project, "parent")
        .map(parent -> parentPom(pom, parent))
        .filter(Files::exists)
        .map(parent -> licences(parent, parents - 1))
        .orElse(List.of());
  }

  private static Path parentPom(Path pom, Element parent) {
    String path = pom.toString();
    String end = "/repository/";
    Path repository = Path.of(path.substring(0, path.indexOf(end) + end.length()));
    String artifact = text(parent, "artifactId");
    String version = text(parent, "version");
    return repository
        .resolve(text(parent, "groupId").replace('.', '/'))
        .resolve(artifact)
        .resolve(version)
        .resolve(artifact + "-" + version + ".pom");
  }

  private static Element read(Path pom) {
    try {
      return DocumentBuilderFactory.newInstance()
          .newDocumentBuilder()
          .parse(pom.toFile())
          .getDocumentElement();
    } catch (IOException | SAXException | ParserConfigurationException e) {
      throw new IllegalStateException(pom + " cannot be read", e);
    }
  }

  private static String text(Element of, String name) {
    return child(of, name).map(Node::getTextContent).map(String::strip).orElse("");
  }

  private static Optional<Element> child(Element of, String name) {
    return children(of, name).stream().findFirst();
  }

  private static List<Element> children(Element of, String name) {
    List<Element> found = new ArrayList<>();
    for (@Nullable Node node = of.getFirstChild(); node != null; node = node.getNextSibling()) {
      if (node instanceof Element element && element.getTagName().equals(name)) {
        found.add(element);
      }
    }
    return found;
  }
}
