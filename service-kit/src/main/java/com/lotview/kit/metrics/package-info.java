/** Metrics of the kit, and values of whole tables, which are read at an interval. */
@NullMarked
package com.lotview.kit.metrics;

import org.jspecify.annotations.NullMarked;
