/** Beans. */
@NullMarked
package com.lotview.gateway.wiring;

import org.jspecify.annotations.NullMarked;
