package com.lotview.standalone.openapi;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.classfile.CodeElement;
import java.lang.classfile.CodeModel;
import java.lang.classfile.MethodModel;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** The classes of a service and of the kit, by their internal names, with their inheritance. */
final class Bytecode {
  /** A method, by its class, name and descriptor. */
  record Target(String owner, String name, String type) {}

  private final Map<String, ClassModel> classes = new HashMap<>();
  private final Map<String, Set<String>> subtypes = new HashMap<>();

  static Bytecode of(String... packages) {
    Bytecode code = new Bytecode();
    for (String name : packages) {
      code.read("classpath*:" + name.replace('.', '/') + "/**/*.class");
    }
    code.classes.values().forEach(code::noteSupertypes);
    return code;
  }

  private void read(String pattern) {
    try {
      for (Resource file : new PathMatchingResourcePatternResolver().getResources(pattern)) {
        if (!file.getURL().toString().contains("/test-classes/")) {
          try (InputStream bytes = file.getInputStream()) {
            ClassModel model = ClassFile.of().parse(bytes.readAllBytes());
            classes.put(model.thisClass().asInternalName(), model);
          }
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void noteSupertypes(ClassModel model) {
    String name = model.thisClass().asInternalName();
    model.superclass().ifPresent(type -> subtypes(type.asInternalName()).add(name));
    model.interfaces().forEach(type -> subtypes(type.asInternalName()).add(name));
  }

  private Set<String> subtypes(String type) {
    return subtypes.computeIfAbsent(type, any -> new HashSet<>());
  }

  /** The code of each method that a call of this one may run. */
  List<CodeElement> code(Target target) {
    List<CodeElement> found = new ArrayList<>();
    if (!classes.containsKey(target.owner())) {
      return found;
    }
    Set<String> types = new HashSet<>();
    addSubtypes(target.owner(), types);
    addSupertypes(target.owner(), types);
    for (String type : types) {
      for (MethodModel method : classes.get(type).methods()) {
        if (method.methodName().equalsString(target.name())
            && method.methodType().equalsString(target.type())) {
          method.code().map(CodeModel::elementList).ifPresent(found::addAll);
        }
      }
    }
    return found;
  }

  private void addSubtypes(String type, Set<String> all) {
    if (classes.containsKey(type) && all.add(type)) {
      subtypes.getOrDefault(type, Set.of()).forEach(sub -> addSubtypes(sub, all));
    }
  }

  private void addSupertypes(String type, Set<String> all) {
    ClassModel model = classes.get(type);
    if (model != null) {
      all.add(type);
      model.superclass().ifPresent(above -> addSupertypes(above.asInternalName(), all));
      model.interfaces().forEach(above -> addSupertypes(above.asInternalName(), all));
    }
  }
}
