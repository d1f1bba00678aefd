/** Connects the fleet with the browser and the marketplace flow. */
@NullMarked
package com.lotview.worker.fleet.site;

import org.jspecify.annotations.NullMarked;
