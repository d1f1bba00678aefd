package com.lotview.worker.browser.proxy;

import com.lotview.worker.browser.process.FolderOwner;
import com.lotview.worker.browser.proxy.process.ForwarderMain;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** Copies the forwarder's classes to files, because the worker may run from one large archive. */
final class ForwarderClasses {

  private ForwarderClasses() {}

  static Path copyTo(Path folder) {
    try {
      Files.createDirectories(folder);
      FolderOwner.write(folder);
      for (Class<?> one : ForwarderMain.CLASSES) {
        String name = one.getName().replace('.', '/') + ".class";
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        try (InputStream in = one.getClassLoader().getResourceAsStream(name)) {
          if (in == null) {
            throw new IOException("the class " + name + " is not to be had as a file");
          }
          Files.copy(in, file, StandardCopyOption.REPLACE_EXISTING);
        }
      }
      return folder.toAbsolutePath().normalize();
    } catch (IOException failure) {
      throw new UncheckedIOException("the forwarder's classes cannot be written", failure);
    }
  }
}
