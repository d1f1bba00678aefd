package com.lotview.standalone.backup;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.function.Predicate;

/** Copies trees of files, which may change meanwhile: one that is gone is passed over. */
final class Copies {
  private long copied;

  /** How many files were copied. */
  long copied() {
    return copied;
  }

  /** Copies the files that the target does not have; no file of an object store ever changes. */
  void addMissing(Path from, Path to) throws IOException {
    if (Files.isDirectory(from)) {
      copy(from, to, file -> !Files.exists(to.resolve(from.relativize(file))), folder -> true);
    }
  }

  /**
   * Copies a tree.
   *
   * @param files which files
   * @param content of which folders; the others become empty ones
   */
  void copy(Path from, Path to, Predicate<Path> files, Predicate<Path> content) throws IOException {
    Files.walkFileTree(from, new Visit(from, to, files, content));
  }

  private void one(Path file, Path target) throws IOException {
    Path draft = target.resolveSibling(target.getFileName() + ".part");
    try {
      Files.copy(
          file, draft, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.COPY_ATTRIBUTES);
      Files.move(draft, target, StandardCopyOption.REPLACE_EXISTING);
      copied++;
    } catch (NoSuchFileException gone) {
      Files.deleteIfExists(draft);
    }
  }

  private final class Visit extends SimpleFileVisitor<Path> {
    private final Path from;
    private final Path to;
    private final Predicate<Path> files;
    private final Predicate<Path> content;

    Visit(Path from, Path to, Predicate<Path> files, Predicate<Path> content) {
      this.from = from;
      this.to = to;
      this.files = files;
      this.content = content;
    }

    @Override
    public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes about)
        throws IOException {
      Files.createDirectories(to.resolve(from.relativize(folder)));
      return content.test(folder) ? FileVisitResult.CONTINUE : FileVisitResult.SKIP_SUBTREE;
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes about) throws IOException {
      if (about.isRegularFile() && files.test(file)) {
        one(file, to.resolve(from.relativize(file)));
      }
      return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFileFailed(Path file, IOException e) throws IOException {
      if (e instanceof NoSuchFileException) {
        return FileVisitResult.CONTINUE;
      }
      throw e;
    }
  }
}
