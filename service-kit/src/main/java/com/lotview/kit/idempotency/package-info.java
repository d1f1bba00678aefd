/** One answer per Idempotency-Key. */
@NullMarked
package com.lotview.kit.idempotency;

import org.jspecify.annotations.NullMarked;
