/** Vehicles that a person found on the lot or on a page, for a manager to add. */
@NullMarked
package com.lotview.inventory.suggestion;

import org.jspecify.annotations.NullMarked;
