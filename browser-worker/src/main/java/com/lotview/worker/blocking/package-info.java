/** The bridge from reactive calls to the fleet's blocking threads. */
@NullMarked
package com.lotview.worker.blocking;

import org.jspecify.annotations.NullMarked;
