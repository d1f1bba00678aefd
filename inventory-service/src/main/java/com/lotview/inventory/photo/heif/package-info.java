/**
 * HEIF pictures (HEIC, AVIF), decoded by another program in a process of its own. Used by photos
 * only.
 */
@NullMarked
package com.lotview.inventory.photo.heif;

import org.jspecify.annotations.NullMarked;
