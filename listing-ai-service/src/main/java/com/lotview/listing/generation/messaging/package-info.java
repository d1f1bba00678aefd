/** listing.requested in, listing.generated out. */
@NullMarked
package com.lotview.listing.generation.messaging;

import org.jspecify.annotations.NullMarked;
