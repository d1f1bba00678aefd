/** Identifiers. */
@NullMarked
package com.lotview.kit.id;

import org.jspecify.annotations.NullMarked;
