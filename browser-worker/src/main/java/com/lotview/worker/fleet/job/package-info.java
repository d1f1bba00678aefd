/** The fleet's orders, progress and results, as in the events. Uses no other fleet package. */
@NullMarked
package com.lotview.worker.fleet.job;

import org.jspecify.annotations.NullMarked;
