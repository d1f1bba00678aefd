/** {@code ./lotview bench independence}: many accounts, and workers that come, die and pause. */
@NullMarked
package com.lotview.bench.independence;

import org.jspecify.annotations.NullMarked;
