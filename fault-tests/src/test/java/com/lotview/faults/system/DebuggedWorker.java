package com.lotview.faults.system;

import com.sun.jdi.Bootstrap;
import com.sun.jdi.Field;
import com.sun.jdi.IncompatibleThreadStateException;
import com.sun.jdi.InternalException;
import com.sun.jdi.Location;
import com.sun.jdi.Method;
import com.sun.jdi.ObjectReference;
import com.sun.jdi.ReferenceType;
import com.sun.jdi.StackFrame;
import com.sun.jdi.StringReference;
import com.sun.jdi.ThreadReference;
import com.sun.jdi.VMDisconnectedException;
import com.sun.jdi.Value;
import com.sun.jdi.VirtualMachine;
import com.sun.jdi.connect.AttachingConnector;
import com.sun.jdi.connect.Connector;
import com.sun.jdi.connect.IllegalConnectorArgumentsException;
import com.sun.jdi.event.BreakpointEvent;
import com.sun.jdi.event.ClassPrepareEvent;
import com.sun.jdi.event.Event;
import com.sun.jdi.event.EventSet;
import com.sun.jdi.request.BreakpointRequest;
import com.sun.jdi.request.ClassPrepareRequest;
import com.sun.jdi.request.EventRequest;
import java.io.IOException;
import java.util.List;
import java.util.Map;

/**
 * A worker process with a debugger at it, which stops a job's thread at a {@link Place} without the
 * rest of the process noticing. Thread-safe.
 */
public final class DebuggedWorker {
  private static final int DEPTH = 4;

  private final String name;
  private final Process process;
  private final VirtualMachine machine;
  private volatile boolean paused;

  private DebuggedWorker(String name, Process process, VirtualMachine machine) {
    this.name = name;
    this.process = process;
    this.machine = machine;
  }

  /** Attaches to a process that listens for a debugger at the port of this machine. */
  static DebuggedWorker attach(String name, Process process, int port) throws IOException {
    AttachingConnector connector =
        Bootstrap.virtualMachineManager().attachingConnectors().stream()
            .filter(each -> each.name().equals("com.sun.jdi.SocketAttach"))
            .findFirst()
            .orElseThrow();
    Map<String, Connector.Argument> arguments = connector.defaultArguments();
    arguments.get("hostname").setValue("127.0.0.1");
    arguments.get("port").setValue(String.valueOf(port));
    try {
      DebuggedWorker worker = new DebuggedWorker(name, process, connector.attach(arguments));
      Thread.ofPlatform().daemon().name("debug-" + name).start(worker::listen);
      return worker;
    } catch (IllegalConnectorArgumentsException e) {
      throw new IllegalStateException(e);
    }
  }

  String name() {
    return name;
  }

  public Process process() {
    return process;
  }

  boolean isAlive() {
    return process.isAlive();
  }

  boolean isPaused() {
    return paused;
  }

  /** SIGSTOP: none of its threads runs, and it does not answer its debugger. */
  public void pause() {
    paused = true;
    Processes.signal("STOP", process.pid());
  }

  /** SIGCONT. */
  public void goOn() {
    Processes.signal("CONT", process.pid());
    paused = false;
  }

  /** Sets a trap, also in classes that are loaded later. */
  public void set(Trap trap) {
    quietly(() -> {
      ClassPrepareRequest later = machine.eventRequestManager().createClassPrepareRequest();
      later.addClassFilter(trap.place().type());
      later.setSuspendPolicy(EventRequest.SUSPEND_EVENT_THREAD);
      later.putProperty(Trap.class, trap);
      later.enable();
      for (ReferenceType type : machine.classesByName(trap.place().type())) {
        plant(trap, type);
      }
    });
  }

  private void plant(Trap trap, ReferenceType type) {
    List<Method> methods = type.methodsByName(trap.place().method());
    if (methods.isEmpty()) {
      throw new IllegalStateException("No method " + trap.place().method() + " in " + type.name());
    }
    for (Method method : methods) {
      BreakpointRequest stop =
          machine.eventRequestManager().createBreakpointRequest(location(method, trap.place()));
      stop.setSuspendPolicy(EventRequest.SUSPEND_EVENT_THREAD);
      stop.putProperty(Trap.class, trap);
      stop.enable();
    }
  }

  // A method ends regularly at its last instruction, which is its return.
  private static Location location(Method method, Place place) {
    return place.edge() == Place.Edge.ENTRY
        ? method.location()
        : method.locationOfCodeIndex(method.bytecodes().length - 1);
  }

  /** Takes a trap away. */
  void remove(Trap trap) {
    quietly(() -> {
      var requests = machine.eventRequestManager();
      requests.deleteEventRequests(
          requests.breakpointRequests().stream()
              .filter(each -> each.getProperty(Trap.class) == trap)
              .toList());
      requests.deleteEventRequests(
          requests.classPrepareRequests().stream()
              .filter(each -> each.getProperty(Trap.class) == trap)
              .toList());
    });
  }

  private void listen() {
    try {
      while (true) {
        EventSet events = machine.eventQueue().remove();
        try {
          events.forEach(this::take);
        } finally {
          events.resume();
        }
      }
    } catch (VMDisconnectedException e) {
      // The process is gone.
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void take(Event event) {
    if (event.request() == null
        || !(event.request().getProperty(Trap.class) instanceof Trap trap)
        || trap.isUsed()) {
      return;
    }
    if (event instanceof ClassPrepareEvent prepared) {
      plant(trap, prepared.referenceType());
    } else if (event instanceof BreakpointEvent stop && concerns(stop, trap.posting())) {
      trap.spring(this);
    }
  }

  /** A job's thread has its posting's name; other threads have the posting as an argument. */
  private static boolean concerns(BreakpointEvent stop, String posting) {
    ThreadReference thread = stop.thread();
    if (thread.name().startsWith("job-")) {
      return thread.name().contains(posting);
    }
    try {
      StackFrame frame = thread.frame(0);
      return frame.getArgumentValues().stream().anyMatch(value -> names(value, posting, DEPTH));
    } catch (IncompatibleThreadStateException e) {
      throw new IllegalStateException(e);
    }
  }

  private static boolean names(Value value, String posting, int depth) {
    if (value instanceof StringReference text) {
      return text.value().contains(posting);
    }
    if (!(value instanceof ObjectReference object) || depth == 0) {
      return false;
    }
    boolean ours = object.referenceType().name().startsWith("com.lotview.worker.");
    return (ours || depth == DEPTH)
        && object.referenceType().allFields().stream()
            .filter(field -> !field.isStatic())
            .filter(field -> ours || isText(field))
            .anyMatch(field -> names(object.getValue(field), posting, depth - 1));
  }

  private static boolean isText(Field field) {
    return field.typeName().equals("java.lang.Object") || field.typeName().endsWith("String");
  }

  private static void quietly(Runnable work) {
    try {
      work.run();
    } catch (VMDisconnectedException | InternalException e) {
      // It was killed meanwhile and will not reach any place.
    }
  }
}
