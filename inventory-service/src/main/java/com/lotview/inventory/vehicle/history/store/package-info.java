/** The history of vehicles at rest. */
@NullMarked
package com.lotview.inventory.vehicle.history.store;

import org.jspecify.annotations.NullMarked;
