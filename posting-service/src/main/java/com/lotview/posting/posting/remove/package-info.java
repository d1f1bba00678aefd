/** Orders to take a listing down. */
@NullMarked
package com.lotview.posting.posting.remove;

import org.jspecify.annotations.NullMarked;
