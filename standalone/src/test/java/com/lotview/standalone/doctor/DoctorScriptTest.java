package com.lotview.standalone.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import com.lotview.standalone.doctor.PlantedMachine.Said;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The part of {@code ./lotview doctor} that needs no JDK, on planted machines. */
@Tag("slow")
class DoctorScriptTest {
  private static ServerSocket taken;
  private static int free;

  @TempDir private static Path tools;

  @TempDir private Path root;

  @BeforeAll
  static void start() throws IOException {
    PlantedMachine.linkTools(tools);
    taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
    try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      free = other.getLocalPort();
    }
  }

  @AfterAll
  static void stop() throws IOException {
    taken.close();
    PlantedMachine.unlinkTools(tools);
  }

  /**
   * @param word how its line begins
   * @param what part of the line
   * @param cure part of the line below
   */
  private record Fault(
      String name, String word, String what, String cure, Consumer<PlantedMachine> plant) {
    @Override
    public String toString() {
      return name;
    }
  }

  private static Fault fault(
      String name, String what, String cure, Consumer<PlantedMachine> plant) {
    return new Fault(name, "BAD", what, cure, plant);
  }

  static Stream<Fault> programs() {
    return Stream.of(
        fault("no JDK", "no JDK 25", "JAVA_HOME", m -> m.remove("usr/lib/jvm/jdk/bin/javac")),
        fault(
            "an old JDK",
            "no JDK 25",
            "openjdk-25-jdk",
            m -> m.program("usr/lib/jvm/jdk/bin/java", "echo 'openjdk version \"21.0.1\"' >&2")),
        fault("no Maven", "Maven is missing", "apt-get install maven", m -> m.remove("bin/mvn")),
        fault(
            "no Chromium",
            "Chromium is missing",
            "apt-get install chromium,",
            m -> m.remove("usr/bin/chromium")),
        fault(
            "a wrong CHROME_BIN",
            "CHROME_BIN=/nowhere/chrome is no program",
            "unset CHROME_BIN",
            m -> m.variables.put("CHROME_BIN", "/nowhere/chrome")),
        fault(
            "no driver",
            "Chromium's driver is missing",
            "apt-get install chromium-driver",
            m -> m.remove("usr/bin/chromedriver")),
        fault(
            "a driver of another version",
            "Chromium is of version 140 and its driver of 138",
            "apt-get install chromium chromium-driver",
            m -> m.program("usr/bin/chromedriver", "echo ChromeDriver 138.0.1.2")),
        fault(
            "a Chromium that lacks a library",
            "usr/bin/chromium does not start",
            "--version",
            m -> m.program("usr/bin/chromium", "exit 127")),
        fault("no Xvfb", "Xvfb is missing", "LOTVIEW_HEADLESS=true", m -> m.remove("bin/Xvfb")),
        new Fault(
            "no decoder for HEIC",
            "none",
            "photos in HEIC and AVIF are refused",
            "apt-get install libheif-examples",
            m -> m.remove("bin/heif-dec")));
  }

  static Stream<Fault> machines() {
    return Stream.of(
        fault(
            "a folder that cannot be written",
            "cannot be written",
            "set LOTVIEW_HOME",
            m -> m.file("lotview", "a file")),
        fault(
            "a full disk",
            "only 195 MiB of room",
            "free some space",
            m -> m.program("bin/df", "echo header; echo /dev/disk 90000000 1 200000 99% /")),
        fault(
            "little memory",
            "only 488 MiB of memory",
            "end other programs",
            m -> m.file("proc/meminfo", "MemAvailable: 500000 kB\n")),
        fault(
            "a small container",
            "only 512 MiB of memory",
            "container more memory",
            m -> {
              m.file("sys/fs/cgroup/memory.max", "1073741824\n");
              m.file("sys/fs/cgroup/memory.current", "536870912\n");
            }),
        fault(
            "few open files",
            "only 512 files may be open",
            "LimitNOFILE",
            m -> m.before = "ulimit -n 512"),
        fault(
            "a file in the place of /dev/null",
            "/dev/null is no device",
            "mknod -m 666 /dev/null c 1 3",
            m -> m.file("dev/null", "lost words")),
        fault(
            "no /dev/shm",
            "/dev/shm cannot be written",
            "mount -t tmpfs",
            m -> m.remove("dev/shm")),
        fault(
            "root without user namespaces",
            "root may not use user namespaces",
            "runuser -u nobody",
            m -> m.program("bin/unshare", "exit 1")));
  }

  static Stream<Fault> homes() {
    return Stream.of(
        fault(
            "the dashboard's port is taken",
            "is taken by java (process " + ProcessHandle.current().pid() + ")",
            "set LOTVIEW_PORT",
            m -> m.variables.put("LOTVIEW_PORT", String.valueOf(taken.getLocalPort()))),
        fault(
            "a service's kept port is taken",
            "for posting, is taken by java",
            "ports.properties",
            m -> m.file("lotview/run/ports.properties", "posting=" + taken.getLocalPort() + "\n")),
        fault(
            "a home whose process is gone",
            "and it is gone: it was killed",
            "./lotview up goes on",
            m -> m.file("lotview/run/standalone.pid", "4194000")),
        fault(
            "a typing mistake",
            "the variable LOTVIEW_HEADLES is not known",
            "it is probably LOTVIEW_HEADLESS",
            m -> m.variables.put("LOTVIEW_HEADLES", "true")),
        fault(
            "a typing mistake in another variable",
            "the variable MARKETPLACE_ULR is not known",
            "it is probably MARKETPLACE_URL",
            m -> m.variables.put("MARKETPLACE_ULR", "https://example.org")),
        fault(
            "a variable that is near to none",
            "the variable LOTVIEW_XYZZY_PLUGH is not known",
            "unset it",
            m -> m.variables.put("LOTVIEW_XYZZY_PLUGH", "1")));
  }

  @ParameterizedTest
  @MethodSource({"programs", "machines", "homes"})
  void aPlantedFaultIsNamedWithItsCure_andNothingElse(Fault fault) throws Exception {
    PlantedMachine machine = new PlantedMachine(root, tools, free);
    fault.plant().accept(machine);
    Said said = machine.doctor();

    assertThat(said.of(fault.word())).as(String.join("\n", said.lines())).hasSize(1);
    assertThat(said.of(fault.word()).getFirst())
        .containsSubsequence(fault.what(), "\n      ", fault.cure());
    assertThat(said.of(fault.word().equals("BAD") ? "none" : "BAD")).isEmpty();
    assertThat(said.code()).isEqualTo(fault.word().equals("BAD") ? 1 : 0);
  }

  @Test
  void onAMachineOnWhichAllIsWellNothingIsCalledWrong() throws Exception {
    Said said = new PlantedMachine(root, tools, free).doctor();

    assertThat(said.lines()).isNotEmpty().allMatch(line -> line.startsWith("ok    "));
    assertThat(said.code()).isZero();
  }

  @Test
  void withADisplayNoXvfbIsNeeded() throws Exception {
    PlantedMachine machine = new PlantedMachine(root, tools, free);
    machine.remove("bin/Xvfb");
    machine.variables.put("DISPLAY", ":0");

    assertThat(machine.doctor().of("BAD")).isEmpty();
  }
}
