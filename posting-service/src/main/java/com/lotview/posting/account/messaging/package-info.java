/** What other services learn of accounts. */
@NullMarked
package com.lotview.posting.account.messaging;

import org.jspecify.annotations.NullMarked;
