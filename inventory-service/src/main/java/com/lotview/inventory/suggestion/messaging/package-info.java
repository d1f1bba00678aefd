/** Events about suggestions. */
@NullMarked
package com.lotview.inventory.suggestion.messaging;

import org.jspecify.annotations.NullMarked;
