/** Mails that wait, in PostgreSQL. */
@NullMarked
package com.lotview.auth.mail.store;

import org.jspecify.annotations.NullMarked;
