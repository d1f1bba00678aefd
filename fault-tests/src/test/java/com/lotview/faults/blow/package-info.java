/** The faults, and the cells of the matrix. */
@NullMarked
package com.lotview.faults.blow;

import org.jspecify.annotations.NullMarked;
