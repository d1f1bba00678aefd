/** Postings over HTTP. */
@NullMarked
package com.lotview.posting.posting.web;

import org.jspecify.annotations.NullMarked;
