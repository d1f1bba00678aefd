/** What is deleted when it has been kept long enough; wiring only. */
@NullMarked
package com.lotview.inventory.retention;

import org.jspecify.annotations.NullMarked;
