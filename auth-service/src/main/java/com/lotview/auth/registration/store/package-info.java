/** Registrations in PostgreSQL. */
@NullMarked
package com.lotview.auth.registration.store;

import org.jspecify.annotations.NullMarked;
