/** What the history asks the auth service. */
@NullMarked
package com.lotview.inventory.vehicle.history.http;

import org.jspecify.annotations.NullMarked;
