/** Mails people the notices that wait for them, many in one mail. */
@NullMarked
package com.lotview.notification.notice.mail;

import org.jspecify.annotations.NullMarked;
