/**
 * Who writes a listing text, in which order, and what is done with a text that fails the checks.
 */
@NullMarked
package com.lotview.listing.text.writing;

import org.jspecify.annotations.NullMarked;
