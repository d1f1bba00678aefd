package com.lotview.notification.event;

import com.lotview.contracts.Permission;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An entry of a dealership's log.
 *
 * @param seq rises by one per dealership
 * @param userId the only person that it is for; null: all people
 * @param frame the JSON frame for all sockets; written once
 * @param limited people who get a different frame; null: none
 */
public record LoggedEvent(
    long seq,
    @Nullable UUID vehicleId,
    @Nullable UUID userId,
    String frame,
    @Nullable Limited limited) {

  /** An entry for all people. */
  public LoggedEvent(long seq, @Nullable UUID vehicleId, String frame) {
    this(seq, vehicleId, null, frame, null);
  }

  /**
   * Tells a client that missed entries are no longer available: it must reload everything, and
   * continues after this entry.
   *
   * @param head the newest entry
   */
  public static LoggedEvent resync(long head) {
    return new LoggedEvent(head, null, "{\"event\":\"resync\",\"data\":{},\"seq\":" + head + "}");
  }

  /** The frame for a person with these permissions; empty if they do not get the event. */
  public Optional<String> frameFor(UUID person, Set<Permission> permissions) {
    if (userId != null && !userId.equals(person)) {
      return Optional.empty();
    }
    return limited == null || permissions.stream().anyMatch(limited::isMet)
        ? Optional.of(frame)
        : Optional.ofNullable(limited.frame());
  }

  /**
   * The frame for people without a permission.
   *
   * @param permission value of a {@link Permission}
   * @param frame null: nothing
   */
  public record Limited(String permission, @Nullable String frame) {
    private boolean isMet(Permission held) {
      return held.value().equals(permission);
    }
  }
}
