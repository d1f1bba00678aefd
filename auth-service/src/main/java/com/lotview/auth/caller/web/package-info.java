/** Where services get their tokens. */
@NullMarked
package com.lotview.auth.caller.web;

import org.jspecify.annotations.NullMarked;
