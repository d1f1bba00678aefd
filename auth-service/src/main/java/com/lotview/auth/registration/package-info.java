/** Dealerships that register themselves, where the operator allows it. */
@NullMarked
package com.lotview.auth.registration;

import org.jspecify.annotations.NullMarked;
