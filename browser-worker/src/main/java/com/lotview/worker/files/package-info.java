/** File operations that browsers and fleet share; uses neither. */
@NullMarked
package com.lotview.worker.files;

import org.jspecify.annotations.NullMarked;
