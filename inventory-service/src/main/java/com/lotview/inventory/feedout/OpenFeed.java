package com.lotview.inventory.feedout;

import java.time.Instant;
import reactor.core.publisher.Flux;

/**
 * A feed that was asked for.
 *
 * @param tag another one as soon as a line would be another
 * @param changedAt latest change of the stock or the settings
 * @param lines whole lines, read from the store as they are taken
 */
public record OpenFeed(String tag, Instant changedAt, Flux<String> lines) {}
