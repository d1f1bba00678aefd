/** {@code ./lotview bench import}: rows beside COPY, memory, photos beside libvips. */
@NullMarked
package com.lotview.bench.imports;

import org.jspecify.annotations.NullMarked;
