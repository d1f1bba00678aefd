/** Changes of live listings: removals and new prices, from the order to the proven result. */
@NullMarked
package com.lotview.posting.change;

import org.jspecify.annotations.NullMarked;
