/** Translates dealers' words to the form's. Uses marketplace.page only. */
@NullMarked
package com.lotview.worker.marketplace.mapping;

import org.jspecify.annotations.NullMarked;
