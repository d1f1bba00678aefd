/** /v1/webhooks. */
@NullMarked
package com.lotview.notification.webhook.web;

import org.jspecify.annotations.NullMarked;
