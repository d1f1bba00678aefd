/** The history of vehicles over HTTP. */
@NullMarked
package com.lotview.inventory.vehicle.history.web;

import org.jspecify.annotations.NullMarked;
