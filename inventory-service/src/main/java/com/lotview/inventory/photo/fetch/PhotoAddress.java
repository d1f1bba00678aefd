package com.lotview.inventory.photo.fetch;

import java.net.URI;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An address of a photo of a vehicle, and its state.
 *
 * @param position in the list of the stock file, from 0
 * @param attempts since it was last asked for, the running one included
 * @param nextAt when it is fetched next; null if not automatically
 * @param known the version of the last answer with a picture
 * @param imageId the photo it became; it may have been removed since
 * @param reason why the last attempt failed, for people
 */
public record PhotoAddress(
    UUID dealershipId,
    UUID vehicleId,
    int position,
    URI url,
    State state,
    int attempts,
    @Nullable Instant nextAt,
    Version known,
    @Nullable UUID imageId,
    @Nullable String reason) {

  /** The state of an address. */
  public enum State {
    WAITING,
    FETCHED,
    FAILED
  }

  /** A server's version headers of an answer. */
  public record Version(@Nullable String etag, @Nullable String lastModified) {
    static final Version NONE = new Version(null, null);
  }

  /** An address that is to be asked at once. */
  static PhotoAddress wanted(UUID dealershipId, UUID vehicleId, int position, URI url, Instant at) {
    return new PhotoAddress(
        dealershipId, vehicleId, position, url, State.WAITING, 0, at, Version.NONE, null, null);
  }

  /** The same at another place, to be asked whether it changed. */
  PhotoAddress again(int place, Instant at) {
    return new PhotoAddress(
        dealershipId, vehicleId, place, url, State.WAITING, 0, at, known, imageId, null);
  }

  PhotoAddress fetched(Version version, @Nullable UUID image) {
    return new PhotoAddress(
        dealershipId,
        vehicleId,
        position,
        url,
        State.FETCHED,
        attempts,
        null,
        version,
        image,
        null);
  }

  PhotoAddress failed(String why) {
    return new PhotoAddress(
        dealershipId, vehicleId, position, url, State.FAILED, attempts, null, known, imageId, why);
  }

  PhotoAddress postponed(Instant at, String why) {
    return new PhotoAddress(
        dealershipId, vehicleId, position, url, State.WAITING, attempts, at, known, imageId, why);
  }
}
