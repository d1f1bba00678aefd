/** Accounts and vehicles for measurements. */
@NullMarked
package com.lotview.bench.stock;

import org.jspecify.annotations.NullMarked;
