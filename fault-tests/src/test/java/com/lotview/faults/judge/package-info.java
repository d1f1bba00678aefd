/** Reads the result of a posting, judges it and writes the tables. */
@NullMarked
package com.lotview.faults.judge;

import org.jspecify.annotations.NullMarked;
