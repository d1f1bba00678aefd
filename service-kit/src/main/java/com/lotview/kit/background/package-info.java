/** Work that goes on by itself while a service runs. */
@NullMarked
package com.lotview.kit.background;

import org.jspecify.annotations.NullMarked;
