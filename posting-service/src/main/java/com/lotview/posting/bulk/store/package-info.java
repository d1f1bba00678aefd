/** Bulk orders in PostgreSQL. */
@NullMarked
package com.lotview.posting.bulk.store;

import org.jspecify.annotations.NullMarked;
