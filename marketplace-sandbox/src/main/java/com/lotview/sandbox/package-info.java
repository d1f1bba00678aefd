/**
 * A local stand-in of a marketplace site for tests and demonstrations. It knows only the public
 * site; it takes nothing from the systems that post to it.
 */
@NullMarked
package com.lotview.sandbox;

import org.jspecify.annotations.NullMarked;
