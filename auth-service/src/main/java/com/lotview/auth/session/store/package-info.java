/** Refresh tokens and login attempts in PostgreSQL. */
@NullMarked
package com.lotview.auth.session.store;

import org.jspecify.annotations.NullMarked;
