/** Suggestions at rest. */
@NullMarked
package com.lotview.inventory.suggestion.store;

import org.jspecify.annotations.NullMarked;
