/**
 * Finds and removes listings and changes their prices, on "Your listings" and the listings' pages.
 */
@NullMarked
package com.lotview.worker.marketplace.listings;

import org.jspecify.annotations.NullMarked;
