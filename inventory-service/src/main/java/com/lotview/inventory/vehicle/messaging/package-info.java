/** Tells other services that a vehicle changed. */
@NullMarked
package com.lotview.inventory.vehicle.messaging;

import org.jspecify.annotations.NullMarked;
