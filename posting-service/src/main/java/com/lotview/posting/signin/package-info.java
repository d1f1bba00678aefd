/**
 * Owners who sign in to their account themselves, in a browser of the fleet that is shown to them.
 * This package knows who may see which browser, and the result; it never gets what they type.
 */
@NullMarked
package com.lotview.posting.signin;

import org.jspecify.annotations.NullMarked;
