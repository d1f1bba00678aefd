/** Logins whose password was right and that wait for a code. */
@NullMarked
package com.lotview.auth.challenge;

import org.jspecify.annotations.NullMarked;
