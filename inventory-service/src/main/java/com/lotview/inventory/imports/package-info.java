/** Reads a dealer's stock file, in any layout, into vehicles. */
@NullMarked
package com.lotview.inventory.imports;

import org.jspecify.annotations.NullMarked;
