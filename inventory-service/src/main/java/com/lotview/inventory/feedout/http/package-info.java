/** Asks the auth service who the dealership is. */
@NullMarked
package com.lotview.inventory.feedout.http;

import org.jspecify.annotations.NullMarked;
