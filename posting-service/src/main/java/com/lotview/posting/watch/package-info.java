/**
 * Looks at the listings of connected accounts, and the handling of their results; uses postings,
 * accounts and the dispatcher, and is used by changes.
 */
@NullMarked
package com.lotview.posting.watch;

import org.jspecify.annotations.NullMarked;
