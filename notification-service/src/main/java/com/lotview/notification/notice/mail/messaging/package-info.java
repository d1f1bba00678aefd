/** Asks auth-service for mails. */
@NullMarked
package com.lotview.notification.notice.mail.messaging;

import org.jspecify.annotations.NullMarked;
