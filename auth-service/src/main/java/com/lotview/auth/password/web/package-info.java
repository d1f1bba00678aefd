/** Routes of passwords and invitations. */
@NullMarked
package com.lotview.auth.password.web;

import org.jspecify.annotations.NullMarked;
