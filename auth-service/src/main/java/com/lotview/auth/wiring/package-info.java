/** Beans: key, token check, password threads. */
@NullMarked
package com.lotview.auth.wiring;

import org.jspecify.annotations.NullMarked;
