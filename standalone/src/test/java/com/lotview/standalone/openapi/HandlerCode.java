package com.lotview.standalone.openapi;

import com.lotview.contracts.ErrorCode;
import com.lotview.standalone.openapi.Bytecode.Target;
import java.lang.classfile.CodeElement;
import java.lang.classfile.instruction.FieldInstruction;
import java.lang.classfile.instruction.InvokeDynamicInstruction;
import java.lang.classfile.instruction.InvokeInstruction;
import java.lang.constant.DirectMethodHandleDesc;
import java.lang.invoke.MethodType;
import java.lang.reflect.Method;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.http.HttpStatus;

/**
 * Reads the problem codes and statuses of a handler's answers from its code. Every call is followed
 * to every possible target class, so a code may be listed that no request can cause. A code that is
 * answered but not listed fails the tests on the running system.
 */
final class HandlerCode {
  private static final String OURS = "com/lotview/";
  private static final String CODES = ErrorCode.class.getName().replace('.', '/');
  private static final String STATUSES = HttpStatus.class.getName().replace('.', '/');
  private static final String ANSWER = "org/springframework/http/ResponseEntity";

  private final Bytecode classes;

  HandlerCode(Bytecode classes) {
    this.classes = classes;
  }

  /** Problem codes of refusals that the handler, or what it calls, may make. */
  Set<ErrorCode> codes(Method handler) {
    Set<ErrorCode> codes = EnumSet.noneOf(ErrorCode.class);
    for (CodeElement element : reached(target(handler), OURS)) {
      if (element instanceof FieldInstruction field
          && field.owner().asInternalName().equals(CODES)
          && field.type().stringValue().equals("L" + CODES + ";")) {
        codes.add(ErrorCode.valueOf(field.name().stringValue()));
      } else if (element instanceof InvokeInstruction call && call.name().equalsString("invalid")) {
        codes.add(ErrorCode.VALIDATION_ERROR);
      }
    }
    return codes;
  }

  /** Statuses that the handler itself chooses; empty if it leaves that to its signature. */
  Set<Integer> statuses(Method handler) {
    Set<Integer> statuses = new TreeSet<>();
    Target start = target(handler);
    for (CodeElement element : reached(start, start.owner())) {
      if (element instanceof FieldInstruction field
          && field.owner().asInternalName().equals(STATUSES)) {
        statuses.add(HttpStatus.valueOf(field.name().stringValue()).value());
      } else if (element instanceof InvokeInstruction call
          && call.owner().asInternalName().equals(ANSWER)) {
        switch (call.name().stringValue()) {
          case "ok" -> statuses.add(200);
          case "created" -> statuses.add(201);
          case "accepted" -> statuses.add(202);
          case "noContent" -> statuses.add(204);
          default -> {}
        }
      }
    }
    return statuses;
  }

  private Set<CodeElement> reached(Target start, String within) {
    Set<CodeElement> elements = new HashSet<>();
    Set<Target> seen = new HashSet<>(Set.of(start));
    Deque<Target> open = new ArrayDeque<>(seen);
    while (!open.isEmpty()) {
      for (CodeElement element : classes.code(open.pop())) {
        elements.add(element);
        for (Target called : called(element)) {
          if (called.owner().startsWith(within) && seen.add(called)) {
            open.push(called);
          }
        }
      }
    }
    return elements;
  }

  private static List<Target> called(CodeElement element) {
    return switch (element) {
      case InvokeInstruction call ->
          List.of(
              new Target(
                  call.owner().asInternalName(),
                  call.name().stringValue(),
                  call.type().stringValue()));
      case InvokeDynamicInstruction lambda ->
          lambda.bootstrapArgs().stream()
              .filter(DirectMethodHandleDesc.class::isInstance)
              .map(DirectMethodHandleDesc.class::cast)
              .map(handle ->
                  new Target(
                      internal(handle.owner().descriptorString()),
                      handle.methodName(),
                      handle.lookupDescriptor()))
              .toList();
      default -> List.of();
    };
  }

  private static String internal(String descriptor) {
    return descriptor.substring(1, descriptor.length() - 1);
  }

  private static Target target(Method method) {
    return new Target(
        method.getDeclaringClass().getName().replace('.', '/'),
        method.getName(),
        MethodType.methodType(method.getReturnType(), method.getParameterTypes())
            .descriptorString());
  }
}
