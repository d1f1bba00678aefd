/** Due notices in PostgreSQL. */
@NullMarked
package com.lotview.notification.notice.mail.store;

import org.jspecify.annotations.NullMarked;
