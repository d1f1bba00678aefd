package com.lotview.worker.browser.pool;

import com.lotview.worker.browser.process.FolderOwner;
import com.lotview.worker.browser.process.ProcessGroup;
import com.lotview.worker.browser.process.ProcessStat;
import com.lotview.worker.browser.process.ScratchFolder;
import com.lotview.worker.browser.process.SidecarProcess;
import com.lotview.worker.browser.screen.VirtualScreen;
import com.lotview.worker.files.Folders;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Kills browsers, proxies and screens of dead workers, and deletes their folders. */
public final class BrowserReaper {

  private BrowserReaper() {}

  /**
   * The result of a sweep.
   *
   * @param groupsKilled process groups ended
   * @param foldersDeleted folders removed
   */
  public record Swept(int groupsKilled, int foldersDeleted) {}

  /**
   * Sweeps the folder with all job folders of this machine, except those of running workers. Call
   * it at a worker's start, before it starts a browser below this folder.
   *
   * @throws UncheckedIOException if a folder cannot be read or deleted
   */
  public static Swept sweep(Path root) {
    if (Files.notExists(root)) {
      return new Swept(0, 0);
    }
    try {
      List<Path> jobs = jobFolders(root);
      Set<Path> living = jobs.stream().filter(FolderOwner::lives).collect(Collectors.toSet());
      Set<Long> orphans = orphans(root, living);
      orphans.forEach(ProcessGroup::kill);
      int deleted = 0;
      for (Path job : jobs) {
        if (!living.contains(job)) {
          VirtualScreen.forget(job);
          ScratchFolder.delete(job);
          Folders.delete(job);
          deleted++;
        }
      }
      return new Swept(orphans.size(), deleted);
    } catch (IOException cannot) {
      throw new UncheckedIOException("cannot sweep " + root, cannot);
    }
  }

  private static List<Path> jobFolders(Path root) throws IOException {
    try (Stream<Path> files = Files.find(root, 3, (path, attributes) -> isMark(path))) {
      return files
          .map(Path::getParent)
          .map(path -> path.toAbsolutePath().normalize())
          .distinct()
          .toList();
    }
  }

  private static boolean isMark(Path path) {
    return ProcessGroup.isFile(path) || FolderOwner.isMark(path);
  }

  /**
   * Groups with a process that names the root in its command line, but no running worker's folder.
   */
  private static Set<Long> orphans(Path root, Set<Path> living) {
    String mark = root.toAbsolutePath().normalize() + "/";
    long own = ProcessGroup.own();
    return ProcessGroup.processes()
        .filter(process -> process.group() > 1 && process.group() != own && !process.ended())
        .filter(process -> isOurs(process.commandLine(), mark))
        .filter(process -> living.stream().noneMatch(job -> process.names(job + "/")))
        .map(ProcessStat::group)
        .collect(Collectors.toSet());
  }

  /** A shell or editor that only mentions the folder does not count. */
  private static boolean isOurs(String commandLine, String mark) {
    return Stream.of("--user-data-dir=", "--log-path=", VirtualScreen.SIGN, SidecarProcess.FOLDER)
        .anyMatch(sign -> commandLine.contains(sign + mark));
  }
}
