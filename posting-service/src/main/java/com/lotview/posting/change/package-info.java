/**
 * What becomes of live listings: removals and new prices, ordered by people or because a vehicle
 * changed, and the brake that holds removals when too many would go at once.
 */
@NullMarked
package com.lotview.posting.change;

import org.jspecify.annotations.NullMarked;
