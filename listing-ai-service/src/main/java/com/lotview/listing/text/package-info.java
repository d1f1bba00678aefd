/**
 * What a listing text is, what it may say, and who writes it. Knows no HTTP, database or broker.
 */
@NullMarked
package com.lotview.listing.text;

import org.jspecify.annotations.NullMarked;
