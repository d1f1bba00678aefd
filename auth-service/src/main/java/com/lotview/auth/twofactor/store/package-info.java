/** Second factors and recovery codes in PostgreSQL. */
@NullMarked
package com.lotview.auth.twofactor.store;

import org.jspecify.annotations.NullMarked;
