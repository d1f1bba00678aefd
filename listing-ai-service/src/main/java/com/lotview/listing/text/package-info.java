/** What a listing text is and what it may say. Knows no writer, HTTP, database or broker. */
@NullMarked
package com.lotview.listing.text;

import org.jspecify.annotations.NullMarked;
