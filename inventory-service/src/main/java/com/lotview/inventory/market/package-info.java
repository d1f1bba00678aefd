/** Where dealerships are, as auth-service tells it; for all that reads their numbers. */
@NullMarked
package com.lotview.inventory.market;

import org.jspecify.annotations.NullMarked;
