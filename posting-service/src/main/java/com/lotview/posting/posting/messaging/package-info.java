/** Postings on Kafka: the events that this service publishes and receives. */
@NullMarked
package com.lotview.posting.posting.messaging;

import org.jspecify.annotations.NullMarked;
