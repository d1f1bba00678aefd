/**
 * {@code ./lotview bench states}: every trouble of the site's pages, with the expected end state.
 */
@NullMarked
package com.lotview.bench.states;

import org.jspecify.annotations.NullMarked;
