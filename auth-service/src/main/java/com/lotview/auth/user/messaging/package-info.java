/** Receives requests for mails to people. */
@NullMarked
package com.lotview.auth.user.messaging;

import org.jspecify.annotations.NullMarked;
