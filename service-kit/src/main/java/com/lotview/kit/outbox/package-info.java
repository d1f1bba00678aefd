/** Events leave in the transaction that caused them; the relay brings them to Kafka. */
@NullMarked
package com.lotview.kit.outbox;

import org.jspecify.annotations.NullMarked;
