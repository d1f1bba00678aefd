package com.lotview.inventory.photo;

import com.lotview.inventory.photo.picture.Picture;
import com.lotview.inventory.photo.picture.Rendition;

/** The sizes in which a photo is stored. */
public enum PhotoSize {
  /** What is posted. */
  WHOLE(""),
  /** For lists: 800 pixels. */
  LIST("-800"),
  /** 320 pixels. */
  THUMBNAIL("-320");

  private final String suffix;

  PhotoSize(String suffix) {
    this.suffix = suffix;
  }

  Rendition of(Picture picture) {
    return switch (this) {
      case WHOLE -> picture.whole();
      case LIST -> picture.list();
      case THUMBNAIL -> picture.thumbnail();
    };
  }

  /** The key of this size beside that of the whole photo. */
  String key(String whole) {
    int ending = whole.lastIndexOf('.');
    return whole.substring(0, ending) + suffix + whole.substring(ending);
  }
}
