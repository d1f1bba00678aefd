package com.lotview.standalone.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/** A certificate of a test's own for 127.0.0.1, signed by nobody else. */
public record OwnCertificate(Path folder, String name) {
  static final String PASSWORD = "changeit";

  /** Makes the key and its certificate. */
  static OwnCertificate make(Path folder, String name) throws Exception {
    return make(folder, name, 3650);
  }

  /** As above, good for some days. */
  public static OwnCertificate make(Path folder, String name, int days) throws Exception {
    OwnCertificate made = new OwnCertificate(folder, name);
    made.keytool(
        List.of(
            "-genkeypair",
            "-keyalg",
            "EC",
            "-dname",
            "CN=" + name,
            "-ext",
            "SAN=ip:127.0.0.1",
            "-validity",
            String.valueOf(days)));
    made.keytool(List.of("-exportcert", "-rfc", "-file", made.certificate().toString()));
    return made;
  }

  private void keytool(List<String> arguments) throws Exception {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "keytool").toString());
    command.addAll(arguments);
    command.addAll(
        List.of(
            "-alias",
            name,
            "-keystore",
            keystore().toString(),
            "-storetype",
            "PKCS12",
            "-storepass",
            PASSWORD));
    Path log = folder.resolve("keytool.txt");
    Process process =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile()).start();
    assertThat(process.waitFor()).as(() -> String.join(" ", command)).isZero();
  }

  /** The key with its certificate, as PKCS#12. */
  public Path keystore() {
    return folder.resolve(name + ".p12");
  }

  /** The certificate as PEM. */
  public Path certificate() {
    return folder.resolve(name + ".pem");
  }

  /** Writes the key as PEM, for its owner only. */
  public Path key() throws Exception {
    KeyStore store = KeyStore.getInstance("PKCS12");
    try (InputStream in = Files.newInputStream(keystore())) {
      store.load(in, PASSWORD.toCharArray());
    }
    byte[] key = store.getKey(name, PASSWORD.toCharArray()).getEncoded();
    Path file = folder.resolve(name + ".key");
    Files.writeString(
        file,
        "-----BEGIN PRIVATE KEY-----\n"
            + Base64.getMimeEncoder().encodeToString(key)
            + "\n-----END PRIVATE KEY-----\n");
    return Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
  }
}
