/**
 * Figures: distributions, and the resources used by processes and the database. Any benchmark may
 * use it.
 */
@NullMarked
package com.lotview.bench.report;

import org.jspecify.annotations.NullMarked;
