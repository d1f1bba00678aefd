/** The export over HTTP. */
@NullMarked
package com.lotview.inventory.vehicle.export.web;

import org.jspecify.annotations.NullMarked;
