/** Figures: distributions, and what processes and the database used. Any benchmark may use it. */
@NullMarked
package com.lotview.bench.report;

import org.jspecify.annotations.NullMarked;
