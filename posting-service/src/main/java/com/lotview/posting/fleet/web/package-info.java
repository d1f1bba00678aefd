/** Reports and requests of workers over HTTP. */
@NullMarked
package com.lotview.posting.fleet.web;

import org.jspecify.annotations.NullMarked;
