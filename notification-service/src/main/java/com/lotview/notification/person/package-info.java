/** The people of a dealership, as auth-service reports them. */
@NullMarked
package com.lotview.notification.person;

import org.jspecify.annotations.NullMarked;
