/** The public routes under /v1/auth. */
@NullMarked
package com.lotview.auth.session.web;

import org.jspecify.annotations.NullMarked;
