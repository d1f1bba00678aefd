/**
 * One picture: what is taken, decoded within limits, and written anew. Pure; used by photos only.
 */
@NullMarked
package com.lotview.inventory.photo.picture;

import org.jspecify.annotations.NullMarked;
