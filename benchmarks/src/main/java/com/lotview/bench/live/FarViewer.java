package com.lotview.bench.live;

import com.lotview.worker.live.LiveView;
import com.lotview.worker.live.Viewer;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A viewer that shows each picture so many milliseconds after it was sent. */
final class FarViewer implements Viewer, AutoCloseable {
  private static final JsonNode SHOWN = JsonMapper.shared().readTree("{\"t\":\"ack\"}");

  private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor();
  private final AtomicLong frames = new AtomicLong();
  private final AtomicLong bytes = new AtomicLong();
  private final LiveView view;
  private final int farMillis;

  FarViewer(LiveView view, int farMillis) {
    this.view = view;
    this.farMillis = farMillis;
  }

  @Override
  public void frame(byte[] frame) {
    frames.incrementAndGet();
    bytes.addAndGet(frame.length);
    var _ = clock.schedule(() -> view.take(this, SHOWN), farMillis, TimeUnit.MILLISECONDS);
  }

  @Override
  public void tell(String message) {}

  @Override
  public void end(String message) {}

  long frames() {
    return frames.get();
  }

  long bytes() {
    return bytes.get();
  }

  void forget() {
    frames.set(0);
    bytes.set(0);
  }

  @Override
  public void close() {
    clock.shutdownNow();
  }
}
