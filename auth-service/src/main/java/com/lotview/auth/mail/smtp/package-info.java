/** Sends mails by SMTP. */
@NullMarked
package com.lotview.auth.mail.smtp;

import org.jspecify.annotations.NullMarked;
