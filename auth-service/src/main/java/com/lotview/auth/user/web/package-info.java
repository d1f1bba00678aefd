/** Routes of users. */
@NullMarked
package com.lotview.auth.user.web;

import org.jspecify.annotations.NullMarked;
