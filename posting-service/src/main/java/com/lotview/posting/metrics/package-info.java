/** What this service measures of its work; names and meanings are in {@code docs/metrics.md}. */
@NullMarked
package com.lotview.posting.metrics;

import org.jspecify.annotations.NullMarked;
