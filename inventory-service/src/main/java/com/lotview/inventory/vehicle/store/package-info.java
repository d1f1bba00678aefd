/** Vehicles in PostgreSQL. */
@NullMarked
package com.lotview.inventory.vehicle.store;

import org.jspecify.annotations.NullMarked;
