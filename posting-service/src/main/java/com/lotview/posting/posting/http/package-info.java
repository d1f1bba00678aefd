/** The listing-ai service, asked while somebody waits. */
@NullMarked
package com.lotview.posting.posting.http;

import org.jspecify.annotations.NullMarked;
