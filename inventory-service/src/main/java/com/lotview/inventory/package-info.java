/** Vehicles of a dealership, their photos, and their import from files. */
@NullMarked
package com.lotview.inventory;

import org.jspecify.annotations.NullMarked;
