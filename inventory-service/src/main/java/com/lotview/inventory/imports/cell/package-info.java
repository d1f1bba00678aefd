/** What one cell says: numbers, dates, terms, lists. Pure functions; only {@code row} uses them. */
@NullMarked
package com.lotview.inventory.imports.cell;

import org.jspecify.annotations.NullMarked;
