/** The feeds' secrets and the vehicles in them, in PostgreSQL. */
@NullMarked
package com.lotview.inventory.feedout.store;

import org.jspecify.annotations.NullMarked;
