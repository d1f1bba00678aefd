/** PostgreSQL's NOTIFY as wake-up call. */
@NullMarked
package com.lotview.notification.live.store;

import org.jspecify.annotations.NullMarked;
