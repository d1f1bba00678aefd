/** Accounts in PostgreSQL. */
@NullMarked
package com.lotview.posting.account.store;

import org.jspecify.annotations.NullMarked;
