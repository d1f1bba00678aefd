/**
 * The life of a posting: ordered, written, waiting for its turn, posted, and its result. {@link
 * com.lotview.posting.posting.lifecycle.PostingLifecycle} decides every change of state.
 */
@NullMarked
package com.lotview.posting.posting;

import org.jspecify.annotations.NullMarked;
