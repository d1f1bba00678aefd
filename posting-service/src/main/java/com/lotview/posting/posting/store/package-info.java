/** Postings, their timeline and their evidence in PostgreSQL. */
@NullMarked
package com.lotview.posting.posting.store;

import org.jspecify.annotations.NullMarked;
