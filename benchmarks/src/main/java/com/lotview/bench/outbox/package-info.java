/**
 * {@code ./lotview bench outbox}: proves that the outbox neither loses an event nor changes the
 * order of a key, whatever is killed.
 */
@NullMarked
package com.lotview.bench.outbox;

import org.jspecify.annotations.NullMarked;
