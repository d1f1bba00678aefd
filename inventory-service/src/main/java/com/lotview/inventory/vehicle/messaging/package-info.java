/** Publishes changes of vehicles to other services. */
@NullMarked
package com.lotview.inventory.vehicle.messaging;

import org.jspecify.annotations.NullMarked;
