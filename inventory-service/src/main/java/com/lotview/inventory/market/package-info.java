/** Where dealerships are, as auth-service reports it; for all packages that read their numbers. */
@NullMarked
package com.lotview.inventory.market;

import org.jspecify.annotations.NullMarked;
