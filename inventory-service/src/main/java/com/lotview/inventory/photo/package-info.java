/** Photos of vehicles: what is taken, cleaned of private data, and kept in which order. */
@NullMarked
package com.lotview.inventory.photo;

import org.jspecify.annotations.NullMarked;
