package com.lotview.standalone;

import com.lotview.kit.hash.Sha256;
import com.lotview.kit.seal.Keysets;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;

/** {@code ./lotview keys}: fresh keys and passwords for a container set-up, as an .env file. */
final class Keys {
  private Keys() {}

  public static void main(String[] args) {
    StringBuilder env = new StringBuilder();
    Keysets.Pair session = Keysets.generate();
    line(env, "JWT_PRIVATE_KEY", LocalSecrets.rsaKey());
    line(env, "FB_SESSION_SEAL_KEY", session.sealKey());
    line(env, "FB_SESSION_ENCRYPTION_KEY", session.openKey());
    for (String name :
        List.of(
            "POSTGRES_PASSWORD",
            "SERVICE_DATABASE_PASSWORD",
            "S3_SECRET_KEY",
            "BOOTSTRAP_GM_PASSWORD")) {
      line(env, name, LocalSecrets.randomText());
    }
    StringBuilder clients = new StringBuilder();
    for (String service : Environment.CALLERS) {
      String secret = LocalSecrets.randomText();
      line(env, "SERVICE_SECRET_" + service.toUpperCase(Locale.ROOT), secret);
      clients.append(clients.isEmpty() ? "" : ",").append(service).append('=');
      clients.append(Sha256.hex(secret.getBytes(StandardCharsets.UTF_8)));
    }
    line(env, "SERVICE_CLIENTS", clients.toString());
    System.out.print(env);
  }

  private static void line(StringBuilder env, String name, String value) {
    env.append(name).append('=').append(value).append('\n');
  }
}
