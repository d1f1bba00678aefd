/** Other systems that are told of events, by signed calls with retries (Standard Webhooks). */
@NullMarked
package com.lotview.notification.webhook;

import org.jspecify.annotations.NullMarked;
