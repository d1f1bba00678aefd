/** Your listings and a listing's page: finding, removing, changing the price. */
@NullMarked
package com.lotview.worker.marketplace.listings;

import org.jspecify.annotations.NullMarked;
