/** Routes of the second factor. */
@NullMarked
package com.lotview.auth.twofactor.web;

import org.jspecify.annotations.NullMarked;
