/** Photo upload over HTTP. */
@NullMarked
package com.lotview.inventory.photo.web;

import org.jspecify.annotations.NullMarked;
