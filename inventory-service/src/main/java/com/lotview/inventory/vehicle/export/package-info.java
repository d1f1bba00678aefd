/** The vehicles of a list as a table for spreadsheets, which an import takes back unchanged. */
@NullMarked
package com.lotview.inventory.vehicle.export;

import org.jspecify.annotations.NullMarked;
