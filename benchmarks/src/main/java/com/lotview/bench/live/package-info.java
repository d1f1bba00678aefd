/** {@code ./lotview bench live}: the delays that an owner sees in a live view. */
@NullMarked
package com.lotview.bench.live;

import org.jspecify.annotations.NullMarked;
