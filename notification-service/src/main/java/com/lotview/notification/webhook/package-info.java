/** Sends events to other systems, by signed calls with retries (Standard Webhooks). */
@NullMarked
package com.lotview.notification.webhook;

import org.jspecify.annotations.NullMarked;
