/** Keeps mails in a folder, where no mail server is. */
@NullMarked
package com.lotview.auth.mail.folder;

import org.jspecify.annotations.NullMarked;
