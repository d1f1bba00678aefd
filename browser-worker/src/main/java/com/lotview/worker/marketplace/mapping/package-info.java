/** A dealer's words made into the form's. Knows marketplace.page only. */
@NullMarked
package com.lotview.worker.marketplace.mapping;

import org.jspecify.annotations.NullMarked;
