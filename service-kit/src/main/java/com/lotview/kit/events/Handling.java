package com.lotview.kit.events;

import java.util.UUID;
import reactor.core.publisher.Mono;

/**
 * What an event has to do, and for which dealership.
 *
 * @param work done when it is subscribed to, and again when its transaction was rolled back
 */
public record Handling(UUID dealershipId, Mono<Void> work) {}
