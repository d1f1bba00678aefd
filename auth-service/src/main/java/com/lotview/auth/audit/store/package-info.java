/** The audit trail in PostgreSQL. */
@NullMarked
package com.lotview.auth.audit.store;

import org.jspecify.annotations.NullMarked;
