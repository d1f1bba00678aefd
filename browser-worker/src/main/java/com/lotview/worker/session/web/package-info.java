/** Sealed sessions from and to the posting service. */
@NullMarked
package com.lotview.worker.session.web;

import org.jspecify.annotations.NullMarked;
