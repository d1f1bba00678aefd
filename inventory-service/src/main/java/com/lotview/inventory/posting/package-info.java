/** The state of each vehicle's latest posting, as the posting service reports it. */
@NullMarked
package com.lotview.inventory.posting;

import org.jspecify.annotations.NullMarked;
