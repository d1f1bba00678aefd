/** Jobs in from Kafka; steps and results out through the outbox. */
@NullMarked
package com.lotview.worker.fleet.messaging;

import org.jspecify.annotations.NullMarked;
