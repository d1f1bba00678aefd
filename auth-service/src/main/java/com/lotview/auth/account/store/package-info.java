/** Dealerships and people in PostgreSQL. */
@NullMarked
package com.lotview.auth.account.store;

import org.jspecify.annotations.NullMarked;
