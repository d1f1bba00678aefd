/** The dealership's stock as feeds for Meta and Google, at secret addresses. */
@NullMarked
package com.lotview.inventory.feedout;

import org.jspecify.annotations.NullMarked;
