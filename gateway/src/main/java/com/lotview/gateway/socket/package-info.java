/** WebSockets that pass through, and the close code when a service refuses one. */
@NullMarked
package com.lotview.gateway.socket;

import org.jspecify.annotations.NullMarked;
