/** Settings of the service and the parts made from them. */
@NullMarked
package com.lotview.posting.wiring;

import org.jspecify.annotations.NullMarked;
