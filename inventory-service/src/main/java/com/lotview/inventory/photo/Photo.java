package com.lotview.inventory.photo;

import com.lotview.inventory.photo.picture.Look;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A photo of a vehicle.
 *
 * @param key where its bytes are in the object store
 * @param look what it looks like; null if it was stored before pictures were decoded: then it is
 *     there in one size only
 * @param sortOrder rises with the order of the vehicle's photos
 * @param primary whether it is the one shown first
 * @param flag why it is taken for a placeholder; null if it is not, or a person chose its place
 */
public record Photo(
    UUID id,
    UUID dealershipId,
    UUID vehicleId,
    String key,
    PhotoFile file,
    @Nullable Look look,
    int sortOrder,
    boolean primary,
    @Nullable PhotoFlag flag,
    Instant createdAt) {

  /** The same photo at a place. */
  Photo placed(int order) {
    return new Photo(id, dealershipId, vehicleId, key, file, look, order, false, flag, createdAt);
  }

  /** Whether both show the same picture; not known of photos that were never decoded. */
  boolean looksLike(Photo other) {
    return look != null && other.look != null && look.same(other.look);
  }

  /** Where the bytes of a size are; those of the whole photo if it has no sizes. */
  String key(PhotoSize size) {
    return look == null ? key : size.key(key);
  }
}
