/** The outcome of each import and each of its rows. */
@NullMarked
package com.lotview.inventory.imports.store;

import org.jspecify.annotations.NullMarked;
