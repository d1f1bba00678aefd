/**
 * {@code ./lotview bench engine}: the whole way of a posting, with a recorder in place of the
 * browser.
 */
@NullMarked
package com.lotview.bench.engine;

import org.jspecify.annotations.NullMarked;
