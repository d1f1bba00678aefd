/** Removes listings and changes their prices. Nothing else of {@code listings} uses it. */
@NullMarked
package com.lotview.worker.marketplace.listings.change;

import org.jspecify.annotations.NullMarked;
