/** Photos: rows in PostgreSQL, bytes in the private object store. */
@NullMarked
package com.lotview.inventory.photo.store;

import org.jspecify.annotations.NullMarked;
