/**
 * The second factor of a sign-in: codes of an app (RFC 6238) and recovery codes, set up by the
 * person, required by the dealership, reset by its general manager.
 */
@NullMarked
package com.lotview.auth.twofactor;

import org.jspecify.annotations.NullMarked;
