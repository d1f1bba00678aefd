/** What a list of vehicles shows, and in which order. */
@NullMarked
package com.lotview.inventory.vehicle.query;

import org.jspecify.annotations.NullMarked;
