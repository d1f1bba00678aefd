/** The event log in PostgreSQL. */
@NullMarked
package com.lotview.notification.event.store;

import org.jspecify.annotations.NullMarked;
