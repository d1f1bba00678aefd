/**
 * {@code ./lotview bench}: {@link com.lotview.bench.Main} finds the benchmark, which stands in a
 * package of its own. A benchmark uses no other one, but {@code states} and {@code hidden} play on
 * the stage of {@code form}.
 */
@NullMarked
package com.lotview.bench;

import org.jspecify.annotations.NullMarked;
