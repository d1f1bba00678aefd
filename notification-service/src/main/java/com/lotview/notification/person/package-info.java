/** Whom a dealership has, as auth-service tells it. */
@NullMarked
package com.lotview.notification.person;

import org.jspecify.annotations.NullMarked;
