/** Suggestions over HTTP. */
@NullMarked
package com.lotview.inventory.suggestion.web;

import org.jspecify.annotations.NullMarked;
