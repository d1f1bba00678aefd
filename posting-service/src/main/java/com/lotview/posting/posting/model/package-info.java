/** A posting with what belongs to it, its store and its events. Knows posting.lifecycle only. */
@NullMarked
package com.lotview.posting.posting.model;

import org.jspecify.annotations.NullMarked;
