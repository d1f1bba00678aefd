/** Photos from the inventory service and the object store. */
@NullMarked
package com.lotview.worker.fleet.web;

import org.jspecify.annotations.NullMarked;
