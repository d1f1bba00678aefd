/** Texts on request: /v1/listings. */
@NullMarked
package com.lotview.listing.generation.web;

import org.jspecify.annotations.NullMarked;
