/** Dealerships' markets in PostgreSQL. */
@NullMarked
package com.lotview.inventory.market.store;

import org.jspecify.annotations.NullMarked;
