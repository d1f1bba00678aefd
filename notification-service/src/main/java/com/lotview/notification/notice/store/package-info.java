/** Notices in PostgreSQL. */
@NullMarked
package com.lotview.notification.notice.store;

import org.jspecify.annotations.NullMarked;
