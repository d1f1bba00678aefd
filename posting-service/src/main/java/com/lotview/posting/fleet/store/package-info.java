/** The fleet's rows in PostgreSQL. */
@NullMarked
package com.lotview.posting.fleet.store;

import org.jspecify.annotations.NullMarked;
