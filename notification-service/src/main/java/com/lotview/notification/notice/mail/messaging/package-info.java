/** Requests mails from auth-service. */
@NullMarked
package com.lotview.notification.notice.mail.messaging;

import org.jspecify.annotations.NullMarked;
