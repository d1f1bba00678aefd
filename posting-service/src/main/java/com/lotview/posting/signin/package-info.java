/**
 * Owners who sign in to their account themselves, in a browser of the fleet that is shown to them.
 * Here is who may see which browser, and what became of it; what they type never comes here.
 */
@NullMarked
package com.lotview.posting.signin;

import org.jspecify.annotations.NullMarked;
