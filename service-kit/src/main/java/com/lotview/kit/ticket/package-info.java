/** One-time tickets: what a browser can show where it cannot set a header. */
@NullMarked
package com.lotview.kit.ticket;

import org.jspecify.annotations.NullMarked;
