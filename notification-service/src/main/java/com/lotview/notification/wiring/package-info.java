/** Puts the service together. */
@NullMarked
package com.lotview.notification.wiring;

import org.jspecify.annotations.NullMarked;
