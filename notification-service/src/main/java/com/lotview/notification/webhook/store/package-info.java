/** Web hooks and deliveries in PostgreSQL. */
@NullMarked
package com.lotview.notification.webhook.store;

import org.jspecify.annotations.NullMarked;
