/** The sentences that dealers read. Knows no other package; every package may use it. */
@NullMarked
package com.lotview.posting.texts;

import org.jspecify.annotations.NullMarked;
