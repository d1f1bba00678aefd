/** The people of a dealership: invited, changed, deactivated. */
@NullMarked
package com.lotview.auth.user;

import org.jspecify.annotations.NullMarked;
