/**
 * A person with a browser of their own, who signs in by live view; and {@code ./lotview bench
 * live}, which measures what they see.
 */
@NullMarked
package com.lotview.standalone.bench.live;

import org.jspecify.annotations.NullMarked;
