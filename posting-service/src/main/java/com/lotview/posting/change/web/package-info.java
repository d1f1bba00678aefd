/** Held removals over HTTP. */
@NullMarked
package com.lotview.posting.change.web;

import org.jspecify.annotations.NullMarked;
