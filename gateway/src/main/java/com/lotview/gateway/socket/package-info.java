/** WebSockets that pass through, and what a client hears when a service refuses one. */
@NullMarked
package com.lotview.gateway.socket;

import org.jspecify.annotations.NullMarked;
