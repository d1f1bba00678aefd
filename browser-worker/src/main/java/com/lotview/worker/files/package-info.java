/** Work with files that browsers and the fleet share, and that knows neither. */
@NullMarked
package com.lotview.worker.files;

import org.jspecify.annotations.NullMarked;
