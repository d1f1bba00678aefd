/** Tells others of suggestions. */
@NullMarked
package com.lotview.inventory.suggestion.messaging;

import org.jspecify.annotations.NullMarked;
