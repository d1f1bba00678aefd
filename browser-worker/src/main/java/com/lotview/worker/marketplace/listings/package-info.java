/** Finds and reads listings, on "Your listings" and the listings' pages. */
@NullMarked
package com.lotview.worker.marketplace.listings;

import org.jspecify.annotations.NullMarked;
