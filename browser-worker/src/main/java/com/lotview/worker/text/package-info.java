/** The sentences that dealers read. Every package may use it; it uses none. */
@NullMarked
package com.lotview.worker.text;

import org.jspecify.annotations.NullMarked;
