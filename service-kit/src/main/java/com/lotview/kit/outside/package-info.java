/**
 * HTTP calls to addresses that people name (web hooks, photos, feeds), guarded so that they reach
 * public networks only.
 */
@NullMarked
package com.lotview.kit.outside;

import org.jspecify.annotations.NullMarked;
