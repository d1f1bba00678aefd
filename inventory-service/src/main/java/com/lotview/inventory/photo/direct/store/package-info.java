/** Direct uploads: rows in PostgreSQL, bytes in the object store. */
@NullMarked
package com.lotview.inventory.photo.direct.store;

import org.jspecify.annotations.NullMarked;
