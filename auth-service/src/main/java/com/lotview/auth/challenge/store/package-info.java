/** Challenges in PostgreSQL. */
@NullMarked
package com.lotview.auth.challenge.store;

import org.jspecify.annotations.NullMarked;
