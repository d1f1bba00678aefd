/** Changes, holds and the last known state of vehicles in PostgreSQL. */
@NullMarked
package com.lotview.posting.change.store;

import org.jspecify.annotations.NullMarked;
