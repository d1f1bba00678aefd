/** Changes and vehicles on Kafka: the events that this service publishes and receives. */
@NullMarked
package com.lotview.posting.change.messaging;

import org.jspecify.annotations.NullMarked;
