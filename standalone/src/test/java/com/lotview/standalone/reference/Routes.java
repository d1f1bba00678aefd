package com.lotview.standalone.reference;

import com.lotview.contracts.Permission;
import com.lotview.contracts.Role;
import com.lotview.kit.security.Caller;
import com.lotview.kit.wiring.KitSecurityConfiguration;
import java.io.IOException;
import java.io.InputStream;
import java.lang.annotation.Annotation;
import java.lang.classfile.ClassFile;
import java.lang.classfile.CodeElement;
import java.lang.classfile.MethodModel;
import java.lang.classfile.constantpool.ClassEntry;
import java.lang.classfile.instruction.ConstantInstruction;
import java.lang.classfile.instruction.FieldInstruction;
import java.lang.classfile.instruction.InvokeInstruction;
import java.lang.invoke.MethodType;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.core.type.filter.AnnotationTypeFilter;
import org.springframework.util.AntPathMatcher;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.reactive.HandlerMapping;
import org.springframework.web.reactive.function.server.RouterFunction;

/**
 * The routes of a service, read from annotations and byte code, so that no server is needed. A
 * permission is what the handler passes to {@link Caller#require} itself.
 */
public final class Routes {
  private static final String PUBLIC = "public";
  private static final AntPathMatcher PATHS = new AntPathMatcher();

  private final Service service;
  private final Set<String> open;
  private final List<Route> found = new ArrayList<>();

  private Routes(Service service, Collection<String> publicPaths) {
    this.service = service;
    this.open = new TreeSet<>(publicPaths);
    open.addAll(KitSecurityConfiguration.OPEN);
  }

  public static List<Route> of(Service service, Collection<String> publicPaths)
      throws IOException, ClassNotFoundException {
    Routes routes = new Routes(service, publicPaths);
    for (Class<?> controller : routes.annotated(RestController.class)) {
      routes.readController(controller);
    }
    for (Class<?> configuration : routes.annotated(Configuration.class)) {
      routes.readConfiguration(configuration);
    }
    return routes.found.stream()
        .sorted(Comparator.comparing(Route::path).thenComparing(Route::method))
        .toList();
  }

  private List<Class<?>> annotated(Class<? extends Annotation> annotation)
      throws ClassNotFoundException {
    ClassPathScanningCandidateComponentProvider scan =
        new ClassPathScanningCandidateComponentProvider(false);
    scan.addIncludeFilter(new AnnotationTypeFilter(annotation));
    List<Class<?>> classes = new ArrayList<>();
    for (var candidate : scan.findCandidateComponents(service.basePackage())) {
      classes.add(
          Class.forName(candidate.getBeanClassName(), false, Routes.class.getClassLoader()));
    }
    return classes;
  }

  private void readController(Class<?> controller) throws IOException {
    RequestMapping common =
        AnnotatedElementUtils.findMergedAnnotation(controller, RequestMapping.class);
    for (Method method : controller.getDeclaredMethods()) {
      RequestMapping own = AnnotatedElementUtils.findMergedAnnotation(method, RequestMapping.class);
      if (own != null) {
        String path = path(common) + path(own);
        String verb = Arrays.stream(own.method()).map(Enum::name).collect(Collectors.joining(", "));
        Set<Permission> permissions = permissions(method);
        boolean person = calls(method, "requirePerson");
        found.add(new Route(verb, path, access(path, permissions), permissions, person, method));
      }
    }
  }

  /** WebSocket mappings and router functions are beans; their paths are constants in the code. */
  private void readConfiguration(Class<?> configuration) throws IOException {
    for (Method method : configuration.getDeclaredMethods()) {
      boolean sockets = method.getReturnType() == HandlerMapping.class;
      if (!sockets && method.getReturnType() != RouterFunction.class) {
        continue;
      }
      String path = "";
      for (CodeElement element : code(method)) {
        if (element instanceof ConstantInstruction constant
            && constant.constantValue() instanceof String text
            && text.startsWith("/")) {
          path = text;
          if (sockets) {
            found.add(bare("WebSocket", path));
          }
        } else if (!sockets
            && element instanceof InvokeInstruction call
            && call.name().stringValue().matches("[A-Z]+")) {
          found.add(bare(call.name().stringValue(), path));
        }
      }
    }
  }

  private Route bare(String verb, String path) {
    return new Route(verb, path, access(path, Set.of()), Set.of(), false, null);
  }

  private static String path(RequestMapping mapping) {
    return mapping == null || mapping.path().length == 0 ? "" : mapping.path()[0];
  }

  private static Set<Permission> permissions(Method method) throws IOException {
    Set<Permission> required = new TreeSet<>();
    Permission last = null;
    for (CodeElement element : code(method)) {
      if (element instanceof FieldInstruction field && is(field.owner(), Permission.class)) {
        last = Permission.valueOf(field.name().stringValue());
      } else if (element instanceof InvokeInstruction call
          && is(call.owner(), Caller.class)
          && call.name().equalsString("require")
          && last != null) {
        required.add(last);
      }
    }
    return required;
  }

  private static boolean calls(Method method, String name) throws IOException {
    for (CodeElement element : code(method)) {
      if (element instanceof InvokeInstruction call
          && is(call.owner(), Caller.class)
          && call.name().equalsString(name)) {
        return true;
      }
    }
    return false;
  }

  private static boolean is(ClassEntry owner, Class<?> type) {
    return owner.asInternalName().equals(type.getName().replace('.', '/'));
  }

  private static List<CodeElement> code(Method method) throws IOException {
    Class<?> owner = method.getDeclaringClass();
    String type =
        MethodType.methodType(method.getReturnType(), method.getParameterTypes())
            .descriptorString();
    try (InputStream bytes =
        owner.getResourceAsStream(owner.getName().replaceAll(".*\\.", "") + ".class")) {
      for (MethodModel model : ClassFile.of().parse(bytes.readAllBytes()).methods()) {
        if (model.methodName().equalsString(method.getName())
            && model.methodType().equalsString(type)) {
          return model.code().orElseThrow().elementList();
        }
      }
    }
    throw new IllegalStateException("No code of " + method);
  }

  private String access(String path, Set<Permission> permissions) {
    if (!permissions.isEmpty()) {
      return permissions.stream().map(Routes::withRoles).collect(Collectors.joining(", "));
    }
    if (open.stream().anyMatch(pattern -> PATHS.match(pattern, path))) {
      return PUBLIC;
    }
    return path.startsWith("/internal/") ? "service token" : "any signed-in user";
  }

  private static String withRoles(Permission permission) {
    List<Role> roles =
        Arrays.stream(Role.values()).filter(role -> role.permits(permission)).toList();
    String who =
        roles.size() == Role.values().length
            ? "all roles"
            : roles.stream().map(Role::name).collect(Collectors.joining(", "));
    return "`" + permission.value() + "`: " + who;
  }

  /**
   * One mapping of a service.
   *
   * @param access who may use it, in words
   * @param permissions that the handler requires itself
   * @param forPeople whether the handler refuses API keys
   * @param handler null for what is no controller's method
   */
  public record Route(
      String method,
      String path,
      String access,
      Set<Permission> permissions,
      boolean forPeople,
      Method handler) {
    public boolean isPublic() {
      return access.equals(PUBLIC);
    }

    List<String> cells() {
      return List.of(method, "`" + path + "`", access);
    }
  }
}
