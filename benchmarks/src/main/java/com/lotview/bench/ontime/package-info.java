/** {@code ./lotview bench ontime}: how late scheduled postings start while parts are restarted. */
@NullMarked
package com.lotview.bench.ontime;

import org.jspecify.annotations.NullMarked;
