/** {@code ./lotview bench states}: every trouble of the site's pages, with the state to end in. */
@NullMarked
package com.lotview.bench.states;

import org.jspecify.annotations.NullMarked;
