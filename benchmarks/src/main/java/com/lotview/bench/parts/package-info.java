/** Parts of the system that a measurement starts, stops and kills one by one. */
@NullMarked
package com.lotview.bench.parts;

import org.jspecify.annotations.NullMarked;
