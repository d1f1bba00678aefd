/** Settings and beans; start and end of the process. */
@NullMarked
package com.lotview.worker.wiring;

import org.jspecify.annotations.NullMarked;
