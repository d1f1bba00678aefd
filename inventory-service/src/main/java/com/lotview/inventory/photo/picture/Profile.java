package com.lotview.inventory.photo.picture;

import java.awt.color.CMMException;
import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.awt.image.BufferedImage;
import java.awt.image.ColorConvertOp;
import org.jspecify.annotations.Nullable;

/** Colours of a profile, brought to sRGB. */
final class Profile {
  /** Larger ones are not read; those of cameras and phones have some kilobytes. */
  static final int MAX_BYTES = 3 * 1024 * 1024;

  private final ColorConvertOp conversion;

  private Profile(ICC_Profile from) {
    this.conversion =
        new ColorConvertOp(
            new ICC_Profile[] {from, ICC_Profile.getInstance(ColorSpace.CS_sRGB)}, null);
  }

  /** The profile; null if there is none, or it is not an RGB profile: then the colours are sRGB. */
  static @Nullable Profile of(byte @Nullable [] data) {
    if (data == null || data.length > MAX_BYTES) {
      return null;
    }
    try {
      ICC_Profile read = ICC_Profile.getInstance(data);
      if (read.getColorSpaceType() != ColorSpace.TYPE_RGB) {
        return null;
      }
      Profile profile = new Profile(read);
      // This detects a profile that has the right header but cannot be used.
      profile.toSrgb(new BufferedImage(1, 1, BufferedImage.TYPE_INT_RGB));
      return profile;
    } catch (IllegalArgumentException | CMMException | ArrayIndexOutOfBoundsException e) {
      return null;
    }
  }

  /** Converts pixels in their place. */
  void toSrgb(BufferedImage pixels) {
    conversion.filter(pixels.getRaster(), pixels.getRaster());
  }
}
