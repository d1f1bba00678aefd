/** An account is connected with its cookies, or disconnected. */
@NullMarked
package com.lotview.posting.account.connect;

import org.jspecify.annotations.NullMarked;
