/** Reads files out of multipart requests, as a stream, within limits. */
@NullMarked
package com.lotview.inventory.upload;

import org.jspecify.annotations.NullMarked;
