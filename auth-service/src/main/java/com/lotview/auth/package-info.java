/** The auth service: who may come in, and as whom. */
@NullMarked
package com.lotview.auth;

import org.jspecify.annotations.NullMarked;
