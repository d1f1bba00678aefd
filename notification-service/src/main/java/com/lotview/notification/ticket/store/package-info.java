/** Tickets in PostgreSQL, hashed. */
@NullMarked
package com.lotview.notification.ticket.store;

import org.jspecify.annotations.NullMarked;
