/** {@code ./lotview bench hidden}: every fault of the click, on pages that hide the listing. */
@NullMarked
package com.lotview.bench.hidden;

import org.jspecify.annotations.NullMarked;
