/** Calls of sockets to other services. */
@NullMarked
package com.lotview.notification.live.http;

import org.jspecify.annotations.NullMarked;
