/** Reads columns and binds values of PostgreSQL rows, the same way in every store. */
@NullMarked
package com.lotview.posting.rows;

import org.jspecify.annotations.NullMarked;
