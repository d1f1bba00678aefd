/** Calls to the listing-ai service while a person waits. */
@NullMarked
package com.lotview.posting.posting.http;

import org.jspecify.annotations.NullMarked;
