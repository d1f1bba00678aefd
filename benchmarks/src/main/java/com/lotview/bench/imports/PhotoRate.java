package com.lotview.bench.imports;

import com.lotview.inventory.photo.picture.Picture;
import com.lotview.standalone.client.PhotoArtist;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Photos a second on one processor: decoded, turned, in three sizes, written anew. */
final class PhotoRate {
  private static final int PHOTOS = 40;
  private static final List<String> VIPS = List.of("/usr/bin/vipsthumbnail", "/usr/bin/vips");

  private final List<byte[]> photos;

  PhotoRate() {
    this.photos =
        IntStream.range(0, PHOTOS)
            .mapToObj(i -> PhotoArtist.draw("Bench " + i, "Silver", i % PhotoArtist.views()))
            .toList();
  }

  /** LotView's own. */
  double own() {
    photos.forEach(Picture::of);
    long begun = System.nanoTime();
    photos.forEach(Picture::of);
    return PHOTOS / seconds(begun);
  }

  /** Of libvips, one process and one thread for a photo and its sizes; null if it is not there. */
  @Nullable Double vips(Path folder) throws IOException, InterruptedException {
    if (!Files.isExecutable(Path.of(VIPS.getFirst()))) {
      return null;
    }
    Files.createDirectories(folder);
    for (int i = 0; i < PHOTOS; i++) {
      Files.write(folder.resolve(i + ".jpg"), photos.get(i));
    }
    long begun = System.nanoTime();
    for (String size : List.of("2048", "800", "320")) {
      vips(folder, size);
    }
    return PHOTOS / seconds(begun);
  }

  // All files in one process: its start is not what is measured.
  private static void vips(Path folder, String size) throws IOException, InterruptedException {
    String command =
        "%s --size '%sx%s>' --export-profile srgb -o '%s-%%s.jpg[Q=85,strip]' *.jpg"
            .formatted(VIPS.getFirst(), size, size, "/dev/shm/lotview-bench-" + size);
    ProcessBuilder builder = new ProcessBuilder("sh", "-c", command).directory(folder.toFile());
    builder.environment().put("VIPS_CONCURRENCY", "1");
    Process process = builder.inheritIO().start();
    if (!process.waitFor(5, TimeUnit.MINUTES) || process.exitValue() != 0) {
      throw new IOException("libvips failed: " + command);
    }
    new ProcessBuilder("sh", "-c", "rm -f /dev/shm/lotview-bench-" + size + "-*").start().waitFor();
  }

  private static double seconds(long begun) {
    return (System.nanoTime() - begun) / 1e9;
  }
}
