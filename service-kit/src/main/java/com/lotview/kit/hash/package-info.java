/** Hashes. */
@NullMarked
package com.lotview.kit.hash;

import org.jspecify.annotations.NullMarked;
