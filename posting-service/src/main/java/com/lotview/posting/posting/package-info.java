/**
 * The life of a posting: ordered, written, waiting for its turn, posted, and what became of it.
 * Every change of state is decided by {@link
 * com.lotview.posting.posting.lifecycle.PostingLifecycle}.
 */
@NullMarked
package com.lotview.posting.posting;

import org.jspecify.annotations.NullMarked;
