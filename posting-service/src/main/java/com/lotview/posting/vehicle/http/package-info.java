/** Vehicles and dealerships from the services that own them. */
@NullMarked
package com.lotview.posting.vehicle.http;

import org.jspecify.annotations.NullMarked;
