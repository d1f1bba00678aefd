package com.lotview.inventory.feedout;

import java.time.Instant;
import reactor.core.publisher.Flux;

/**
 * A requested feed.
 *
 * @param tag changes as soon as a line would change
 * @param changedAt latest change of the stock or the settings
 * @param lines whole lines, read from the store as they are taken
 */
public record OpenFeed(String tag, Instant changedAt, Flux<String> lines) {}
