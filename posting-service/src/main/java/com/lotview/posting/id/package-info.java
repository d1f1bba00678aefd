/** Ids that cannot be swapped. Made at the edges: web, messaging, store. */
@NullMarked
package com.lotview.posting.id;

import org.jspecify.annotations.NullMarked;
