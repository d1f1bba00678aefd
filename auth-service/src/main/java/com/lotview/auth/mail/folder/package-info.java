/** Keeps mails in a folder, for installations without a mail server. */
@NullMarked
package com.lotview.auth.mail.folder;

import org.jspecify.annotations.NullMarked;
