/** Generations in PostgreSQL. */
@NullMarked
package com.lotview.listing.generation.store;

import org.jspecify.annotations.NullMarked;
