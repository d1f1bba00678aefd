/** How a use case refuses: a code and a reason, without HTTP. For all packages. */
@NullMarked
package com.lotview.kit.error;

import org.jspecify.annotations.NullMarked;
