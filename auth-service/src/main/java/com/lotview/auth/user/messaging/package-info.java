/** Hears of mails that people are to get. */
@NullMarked
package com.lotview.auth.user.messaging;

import org.jspecify.annotations.NullMarked;
