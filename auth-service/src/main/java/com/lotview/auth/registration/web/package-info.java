/** Routes of the registration. */
@NullMarked
package com.lotview.auth.registration.web;

import org.jspecify.annotations.NullMarked;
