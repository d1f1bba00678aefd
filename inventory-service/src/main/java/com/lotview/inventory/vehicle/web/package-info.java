/** Vehicles over HTTP, for people and for other services. */
@NullMarked
package com.lotview.inventory.vehicle.web;

import org.jspecify.annotations.NullMarked;
