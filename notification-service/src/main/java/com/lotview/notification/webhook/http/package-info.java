/** Calls receivers. */
@NullMarked
package com.lotview.notification.webhook.http;

import org.jspecify.annotations.NullMarked;
