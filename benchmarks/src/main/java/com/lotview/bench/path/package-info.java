/** {@code ./lotview bench path}: the whole course of a posting, with real browsers. */
@NullMarked
package com.lotview.bench.path;

import org.jspecify.annotations.NullMarked;
