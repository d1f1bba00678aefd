/** Changes, holds and what was heard of vehicles in PostgreSQL. */
@NullMarked
package com.lotview.posting.change.store;

import org.jspecify.annotations.NullMarked;
