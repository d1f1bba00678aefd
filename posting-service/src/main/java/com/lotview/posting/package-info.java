/**
 * The posting service: postings, the Facebook accounts they go through, their turn and their
 * limits. {@code posting} builds on {@code account}, and that on {@code dispatch}; never the other
 * way.
 */
@NullMarked
package com.lotview.posting;

import org.jspecify.annotations.NullMarked;
