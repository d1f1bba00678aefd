/** The watch in PostgreSQL. */
@NullMarked
package com.lotview.posting.watch.store;

import org.jspecify.annotations.NullMarked;
