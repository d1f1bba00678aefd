/** Listing texts: written from a vehicle's facts, checked, and handed back. */
@NullMarked
package com.lotview.listing;

import org.jspecify.annotations.NullMarked;
