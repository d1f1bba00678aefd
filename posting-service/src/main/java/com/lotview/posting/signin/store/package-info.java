/** Sign-ins in PostgreSQL. */
@NullMarked
package com.lotview.posting.signin.store;

import org.jspecify.annotations.NullMarked;
