/**
 * {@code ./lotview bench engine}: the whole course of a posting, with a recorder instead of the
 * browser.
 */
@NullMarked
package com.lotview.bench.engine;

import org.jspecify.annotations.NullMarked;
