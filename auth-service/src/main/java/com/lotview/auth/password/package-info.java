/** Passwords: which may be chosen; chosen by invitation, changed, forgotten. */
@NullMarked
package com.lotview.auth.password;

import org.jspecify.annotations.NullMarked;
