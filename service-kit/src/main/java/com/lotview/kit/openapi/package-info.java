/**
 * Annotations that add to the API document what a controller's signature does not show; all
 * services may use them.
 */
@NullMarked
package com.lotview.kit.openapi;

import org.jspecify.annotations.NullMarked;
