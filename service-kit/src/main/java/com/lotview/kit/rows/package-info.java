/** Typed, null-safe reading of database rows, for the {@code store} packages of every service. */
@NullMarked
package com.lotview.kit.rows;

import org.jspecify.annotations.NullMarked;
