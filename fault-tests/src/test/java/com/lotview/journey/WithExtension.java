package com.lotview.journey;

import com.lotview.worker.files.Folders;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * One system and one extension for all classes of a run that ask for them; they end with the run. A
 * start takes half a minute.
 */
final class WithExtension implements BeforeAllCallback {
  private static @Nullable Running running;

  private record Running(Path folder, Dealership dealership, Path extension)
      implements AutoCloseable {
    static Running start() {
      try {
        Path folder = Files.createTempDirectory("lotview-extension");
        Dealership dealership = Dealership.open(folder.resolve("home"));
        return new Running(folder, dealership, ExtensionBuild.of(dealership.installation()));
      } catch (IOException e) {
        throw new IllegalStateException(e);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IllegalStateException(e);
      }
    }

    @Override
    public void close() throws Exception {
      dealership.close();
      Folders.delete(folder);
    }
  }

  @Override
  public void beforeAll(ExtensionContext context) {
    ExtensionBuild.needsChromium();
    running =
        context
            .getRoot()
            .getStore(ExtensionContext.Namespace.GLOBAL)
            .computeIfAbsent(Running.class, type -> Running.start(), Running.class);
  }

  static Dealership dealership() {
    return Objects.requireNonNull(running).dealership();
  }

  /** The folder to load. */
  static Path extension() {
    return Objects.requireNonNull(running).extension();
  }
}
