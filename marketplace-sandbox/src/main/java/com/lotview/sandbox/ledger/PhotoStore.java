package com.lotview.sandbox.ledger;

import com.lotview.sandbox.Dice;
import com.lotview.sandbox.http.BadRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Pictures on disk, one file per content; ids point at contents. Thread-safe. */
public final class PhotoStore {
  private final Path folder;
  private final Dice dice;
  private final Map<String, Photo> byId = new ConcurrentHashMap<>();

  /** Opens the store inside the folder, knowing the pictures of these listings. */
  public PhotoStore(Path folder, Dice dice, List<Listing> listings) throws IOException {
    this.folder = Files.createDirectories(folder.resolve("photos"));
    this.dice = dice;
    listings.forEach(listing -> listing.photos().forEach(photo -> byId.put(photo.id(), photo)));
  }

  /**
   * Stores an uploaded file.
   *
   * @throws BadRequest when the bytes are no picture the site can read
   */
  public Photo store(byte[] bytes) throws IOException {
    String type = contentType(bytes);
    String sha256 = sha256(bytes);
    Path file = folder.resolve(sha256);
    if (!Files.exists(file)) {
      Path fresh = Files.createTempFile(folder, "upload", ".part");
      Files.write(fresh, bytes);
      Files.move(fresh, file, StandardCopyOption.REPLACE_EXISTING);
    }
    while (true) {
      Photo photo = new Photo(dice.digits(15), sha256, bytes.length, type, 0);
      if (byId.putIfAbsent(photo.id(), photo) == null) {
        return photo;
      }
    }
  }

  /** A stored picture. */
  public Optional<Photo> find(String id) {
    return Optional.ofNullable(byId.get(id));
  }

  /** The picture's bytes as uploaded. */
  public byte[] bytes(Photo photo) throws IOException {
    return Files.readAllBytes(folder.resolve(photo.sha256()));
  }

  private static String contentType(byte[] bytes) {
    String head = new String(bytes, 0, Math.min(bytes.length, 16), StandardCharsets.ISO_8859_1);
    if (head.startsWith("\u00ff\u00d8\u00ff")) {
      return "image/jpeg";
    } else if (head.startsWith("\u0089PNG\r\n")) {
      return "image/png";
    } else if (head.startsWith("GIF8")) {
      return "image/gif";
    } else if (head.startsWith("RIFF") && head.startsWith("WEBP", 8)) {
      return "image/webp";
    } else if (head.startsWith("ftyphei", 4) || head.startsWith("ftypmif1", 4)) {
      return "image/heic";
    }
    throw new BadRequest("Your photos couldn't be uploaded.");
  }

  private static String sha256(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
