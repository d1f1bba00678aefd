/** Bulk orders over HTTP. */
@NullMarked
package com.lotview.posting.bulk.web;

import org.jspecify.annotations.NullMarked;
