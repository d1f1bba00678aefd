/** The formats of stock files, recognized by their content; each becomes a table. */
@NullMarked
package com.lotview.inventory.imports.format;

import org.jspecify.annotations.NullMarked;
