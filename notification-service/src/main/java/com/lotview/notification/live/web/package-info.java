/** The WebSocket at /ws. */
@NullMarked
package com.lotview.notification.live.web;

import org.jspecify.annotations.NullMarked;
