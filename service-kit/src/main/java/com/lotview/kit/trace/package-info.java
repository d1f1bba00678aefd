/** The trace of what is being done, without HTTP. For all packages. */
@NullMarked
package com.lotview.kit.trace;

import org.jspecify.annotations.NullMarked;
