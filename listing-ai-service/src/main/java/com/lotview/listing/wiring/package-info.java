/** Puts the service together. */
@NullMarked
package com.lotview.listing.wiring;

import org.jspecify.annotations.NullMarked;
