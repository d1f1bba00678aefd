/**
 * Photos that clients send to the object store directly, and confirm. Used by its web edge only.
 */
@NullMarked
package com.lotview.inventory.photo.direct;

import org.jspecify.annotations.NullMarked;
