package com.lotview.inventory.vehicle.history;

import com.lotview.kit.security.Caller;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import reactor.util.context.Context;

/**
 * Who changes vehicles. The start of the work names them once in the Reactor context, so that no
 * step in between has to pass them on; work without a name counts as the system's own.
 *
 * @param id the person, the API key, the import, or the posting
 * @param why what is known of the reason
 */
public record ChangedBy(Kind kind, @Nullable UUID id, @Nullable String why) {
  /** Work without an order, such as fetching photos. */
  public static final ChangedBy SYSTEM = new ChangedBy(Kind.SYSTEM, null, null);

  /** Why a vehicle left the stock that stands in a file of the whole stock no more. */
  public static final String MISSING_FROM_FILE = "MISSING_FROM_FILE";

  /** What can change a vehicle. */
  public enum Kind {
    PERSON,
    API_KEY,
    IMPORT,
    /** An import that a scheduled feed began. */
    FEED,
    POSTING,
    SYSTEM
  }

  /** The sender of the request. */
  public static ChangedBy of(Caller caller) {
    return new ChangedBy(caller.role() == null ? Kind.API_KEY : Kind.PERSON, caller.userId(), null);
  }

  /** The import with that id. */
  public static ChangedBy importing(UUID importId) {
    return new ChangedBy(Kind.IMPORT, importId, null);
  }

  /** The same for a reason. */
  public ChangedBy because(String reason) {
    return new ChangedBy(kind, id, reason);
  }

  /** Names it for the work above; a name that is there already stays. */
  public Function<Context, Context> named() {
    return context ->
        context.hasKey(ChangedBy.class) ? context : context.put(ChangedBy.class, this);
  }

  /** The named one, or the system. */
  public static Mono<ChangedBy> current() {
    return Mono.deferContextual(context ->
        Mono.just(context.hasKey(ChangedBy.class) ? context.get(ChangedBy.class) : SYSTEM));
  }
}
