/** Live views over a WebSocket, for the gateway. */
@NullMarked
package com.lotview.worker.live.web;

import org.jspecify.annotations.NullMarked;
