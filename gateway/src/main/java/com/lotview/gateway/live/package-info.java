/** The live view: its page, and the route from a ticket to the worker that has the browser. */
@NullMarked
package com.lotview.gateway.live;

import org.jspecify.annotations.NullMarked;
