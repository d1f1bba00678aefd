/** One-time tickets with which a browser opens a socket. */
@NullMarked
package com.lotview.notification.ticket;

import org.jspecify.annotations.NullMarked;
