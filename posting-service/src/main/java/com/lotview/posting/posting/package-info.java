/**
 * The life of a posting: ordered, written, waiting for its turn, posted, and what became of it.
 * Every change goes through the state machine in {@link com.lotview.posting.posting.PostingStatus}.
 */
@NullMarked
package com.lotview.posting.posting;

import org.jspecify.annotations.NullMarked;
