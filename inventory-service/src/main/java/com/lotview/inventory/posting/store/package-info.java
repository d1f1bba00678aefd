/** Vehicles' latest postings at rest. */
@NullMarked
package com.lotview.inventory.posting.store;

import org.jspecify.annotations.NullMarked;
