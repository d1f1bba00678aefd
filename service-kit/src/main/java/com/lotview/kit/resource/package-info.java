/** Files of the class path. Any package may use it. */
@NullMarked
package com.lotview.kit.resource;

import org.jspecify.annotations.NullMarked;
