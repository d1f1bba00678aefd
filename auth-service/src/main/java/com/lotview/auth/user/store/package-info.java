/** Users in PostgreSQL. */
@NullMarked
package com.lotview.auth.user.store;

import org.jspecify.annotations.NullMarked;
