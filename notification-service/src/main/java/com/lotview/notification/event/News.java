package com.lotview.notification.event;

import com.lotview.contracts.Permission;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An event for a dealership, or for one of its people.
 *
 * @param event name of the event, as the product document's section 6 has it
 * @param vehicleId the vehicle, for sockets that follow single vehicles; null if none
 * @param userId the only person that it is for; null: all people
 * @param data becomes the frame's JSON object
 * @param limited people who get less; null: none
 */
public record News(
    String event,
    @Nullable UUID vehicleId,
    @Nullable UUID userId,
    Object data,
    @Nullable Limited limited) {

  /** An event for all people. */
  public News(String event, @Nullable UUID vehicleId, Object data) {
    this(event, vehicleId, null, data, null);
  }

  /** An event for one person. */
  public static News toPerson(UUID userId, String event, Object data) {
    return new News(event, null, userId, data, null);
  }

  /**
   * The event for people without a permission.
   *
   * @param permission that the whole event needs
   * @param without the data for those who lack it; null: they do not get the event
   */
  public record Limited(Permission permission, @Nullable Object without) {}
}
