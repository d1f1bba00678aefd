/** The browser worker: takes jobs, drives browsers, proves results. */
@NullMarked
package com.lotview.worker;

import org.jspecify.annotations.NullMarked;
