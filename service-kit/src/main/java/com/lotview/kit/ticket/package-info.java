/** One-time tickets, for browser requests that cannot set a header. */
@NullMarked
package com.lotview.kit.ticket;

import org.jspecify.annotations.NullMarked;
