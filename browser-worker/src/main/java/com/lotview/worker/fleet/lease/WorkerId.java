package com.lotview.worker.fleet.lease;

import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The identity of a worker process.
 *
 * @param host the process table of its browsers: machine, boot and pid namespace. Workers of one
 *     host can kill each other's processes
 * @param pid of the worker
 * @param startedAt start of that process in milliseconds, because pids are reused
 */
public record WorkerId(String host, long pid, long startedAt) {

  /** This process. */
  public static WorkerId current() {
    ProcessHandle self = ProcessHandle.current();
    return new WorkerId(currentHost(), self.pid(), started(self));
  }

  /** The form in leases and runs. */
  public String holder() {
    return host + "|" + pid + "|" + startedAt;
  }

  /**
   * Whether the holder of a lease was a process of this host that no longer exists. Only then is a
   * lease void before it lapses.
   */
  public boolean knowsDead(String holder) {
    String prefix = host + "|";
    if (!holder.startsWith(prefix)) {
      return false;
    }
    String[] parts = holder.substring(prefix.length()).split("\\|", -1);
    if (parts.length != 2) {
      return false;
    }
    long start = Long.parseLong(parts[1]);
    return ProcessHandle.of(Long.parseLong(parts[0]))
        .filter(ProcessHandle::isAlive)
        .filter(process -> started(process) == start)
        .isEmpty();
  }

  private static long started(ProcessHandle process) {
    return process.info().startInstant().map(java.time.Instant::toEpochMilli).orElse(0L);
  }

  private static String currentHost() {
    try {
      String name = InetAddress.getLocalHost().getHostName();
      String boot = Files.readString(Path.of("/proc/sys/kernel/random/boot_id")).strip();
      String pids = Files.readSymbolicLink(Path.of("/proc/self/ns/pid")).toString();
      return name + "/" + boot.substring(0, 8) + "/" + pids;
    } catch (IOException e) {
      // Not Linux, or no /proc: no other process is known to share the process table.
      return "unknown/" + java.util.UUID.randomUUID();
    }
  }
}
