/** The history of each vehicle: who changed what, when, from which value to which, and why. */
@NullMarked
package com.lotview.inventory.vehicle.history;

import org.jspecify.annotations.NullMarked;
