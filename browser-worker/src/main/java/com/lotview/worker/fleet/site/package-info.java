/** Joins the fleet to the browser and the marketplace flow. */
@NullMarked
package com.lotview.worker.fleet.site;

import org.jspecify.annotations.NullMarked;
