package com.lotview.worker.live;

import com.lotview.worker.fleet.port.OwnerView;
import com.lotview.worker.fleet.port.OwnerViews;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/** The views of this process. Thread-safe. */
public final class LiveViews implements OwnerViews {
  private final Map<UUID, LiveView> open = new ConcurrentHashMap<>();
  private final LiveRules rules;

  public LiveViews(LiveRules rules) {
    this.rules = rules;
  }

  @Override
  public OwnerView show(UUID signInId, URI page) {
    LiveView view = new LiveView(page, rules, System::nanoTime, () -> open.remove(signInId));
    open.put(signInId, view);
    return view;
  }

  @Override
  public Duration ownerTimeout() {
    return rules.ownerWaitTimeout();
  }

  /** The view of a sign-in, if its browser is here. */
  public Optional<LiveView> find(UUID signInId) {
    return Optional.ofNullable(open.get(signInId));
  }
}
