/** What a listing text may say: every text must pass {@link ListingChecks}, whoever wrote it. */
@NullMarked
package com.lotview.listing.text.check;

import org.jspecify.annotations.NullMarked;
