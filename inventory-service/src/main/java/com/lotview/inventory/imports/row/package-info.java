/** From a table to vehicle drafts: what columns mean, how they are written, what cells say. */
@NullMarked
package com.lotview.inventory.imports.row;

import org.jspecify.annotations.NullMarked;
