/** The built-in writer: patterns and phrases from resource files, filled with a vehicle's facts. */
@NullMarked
package com.lotview.listing.text.builtin;

import org.jspecify.annotations.NullMarked;
