/** Pictures that prove a job's result, in the object store. */
@NullMarked
package com.lotview.worker.evidence;

import org.jspecify.annotations.NullMarked;
