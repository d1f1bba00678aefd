/** Pictures that prove how a job went, kept in the object store. */
@NullMarked
package com.lotview.worker.evidence;

import org.jspecify.annotations.NullMarked;
