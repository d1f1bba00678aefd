package com.lotview.auth.session;

import java.security.SecureRandom;
import java.util.Base64;

/** Makes the secret by which a device is recognized: 256 random bits. It opens no session. */
final class DeviceSecret {
  private static final int BYTES = 32;

  private DeviceSecret() {}

  static String fresh(SecureRandom random) {
    byte[] bytes = new byte[BYTES];
    random.nextBytes(bytes);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }
}
