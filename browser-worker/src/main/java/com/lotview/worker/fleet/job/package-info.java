/** The fleet's orders, progress and results, as the events say them. Knows nothing above it. */
@NullMarked
package com.lotview.worker.fleet.job;

import org.jspecify.annotations.NullMarked;
