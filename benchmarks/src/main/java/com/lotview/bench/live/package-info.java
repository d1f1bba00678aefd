/** {@code ./lotview bench live}: what an owner sees of a live view. */
@NullMarked
package com.lotview.bench.live;

import org.jspecify.annotations.NullMarked;
