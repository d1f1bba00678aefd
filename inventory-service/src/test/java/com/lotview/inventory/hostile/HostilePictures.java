package com.lotview.inventory.hostile;

import com.lotview.inventory.photo.picture.HostileImages;
import com.lotview.inventory.photo.picture.Picture;
import com.lotview.inventory.photo.picture.UnusableImageException;
import java.util.Map;

/** Malicious pictures; run by {@link SmallHeap}. */
final class HostilePictures {
  private HostilePictures() {}

  public static void main(String[] args) throws Exception {
    for (Map.Entry<String, byte[]> file : HostileImages.all().entrySet()) {
      SmallHeap.tell(
          file.getKey(), UnusableImageException.class, () -> Picture.of(file.getValue()));
    }
  }
}
