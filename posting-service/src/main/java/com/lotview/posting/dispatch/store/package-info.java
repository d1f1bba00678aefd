/** The dispatcher's tables in PostgreSQL. */
@NullMarked
package com.lotview.posting.dispatch.store;

import org.jspecify.annotations.NullMarked;
