/** One picture: checked, decoded within limits, and encoded again. Pure; used by photos only. */
@NullMarked
package com.lotview.inventory.photo.picture;

import org.jspecify.annotations.NullMarked;
