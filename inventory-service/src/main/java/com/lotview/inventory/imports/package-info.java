/** Reads a dealer's stock file, whatever its layout, into vehicles. */
@NullMarked
package com.lotview.inventory.imports;

import org.jspecify.annotations.NullMarked;
