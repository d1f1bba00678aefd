/** Feeds and their runs in PostgreSQL. */
@NullMarked
package com.lotview.inventory.feed.store;

import org.jspecify.annotations.NullMarked;
