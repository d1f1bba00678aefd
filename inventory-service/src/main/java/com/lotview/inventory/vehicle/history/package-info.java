/** What became of each vehicle: who changed what, when, from what to what, and why. */
@NullMarked
package com.lotview.inventory.vehicle.history;

import org.jspecify.annotations.NullMarked;
