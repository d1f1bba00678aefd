/** Addresses of photos in PostgreSQL. */
@NullMarked
package com.lotview.inventory.photo.fetch.store;

import org.jspecify.annotations.NullMarked;
