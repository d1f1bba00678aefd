/** What became of each vehicle's latest posting, as the posting service tells it. */
@NullMarked
package com.lotview.inventory.posting;

import org.jspecify.annotations.NullMarked;
