/** A look at a stock file without a server. */
@NullMarked
package com.lotview.inventory.imports.check;

import org.jspecify.annotations.NullMarked;
