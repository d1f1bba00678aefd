/** The auth service: who may sign in, and with which rights. */
@NullMarked
package com.lotview.auth;

import org.jspecify.annotations.NullMarked;
