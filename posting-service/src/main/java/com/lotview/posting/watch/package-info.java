/**
 * Looks at the listings of connected accounts, and what becomes of what they show; uses postings,
 * accounts and the dispatcher, and is used by changes.
 */
@NullMarked
package com.lotview.posting.watch;

import org.jspecify.annotations.NullMarked;
