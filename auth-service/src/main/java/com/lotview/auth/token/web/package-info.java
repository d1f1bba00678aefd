/** The published keys. */
@NullMarked
package com.lotview.auth.token.web;

import org.jspecify.annotations.NullMarked;
