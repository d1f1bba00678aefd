/** Mails to people: written in the transaction of their cause, sent afterwards. */
@NullMarked
package com.lotview.auth.mail;

import org.jspecify.annotations.NullMarked;
