/** What a listing text is and is made from. Knows no check, writer, HTTP, database or broker. */
@NullMarked
package com.lotview.listing.text;

import org.jspecify.annotations.NullMarked;
