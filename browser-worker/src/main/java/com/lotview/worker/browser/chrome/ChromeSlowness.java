package com.lotview.worker.browser.chrome;

import com.lotview.worker.browser.Slowness;
import com.lotview.worker.browser.Traffic;
import com.lotview.worker.browser.process.ProcessorWait;
import java.net.URI;
import java.time.Duration;
import java.util.OptionalLong;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The slowness of one Chromium. It begins to listen to the page when it is first asked. */
final class ChromeSlowness implements Slowness, AutoCloseable {

  private final ProcessorWait processor;
  private final Supplier<URI> pageSocket;
  private volatile @Nullable Traffic traffic;

  ChromeSlowness(long group, Supplier<URI> pageSocket) {
    this.processor = new ProcessorWait(group);
    this.pageSocket = pageSocket;
  }

  @Override
  public Duration bySite() {
    return listening().unanswered();
  }

  @Override
  public Duration byMachine() {
    return processor.total();
  }

  @Override
  public OptionalLong lastAnswer() {
    Traffic listening = traffic;
    return listening == null ? OptionalLong.empty() : listening.lastAnswer();
  }

  private synchronized Traffic listening() {
    Traffic listening = traffic;
    if (listening == null) {
      listening = Traffic.of(pageSocket.get());
      traffic = listening;
    }
    return listening;
  }

  @Override
  public synchronized void close() {
    Traffic listening = traffic;
    if (listening != null) {
      listening.close();
    }
  }
}
