/** The dealership's profile for its manager, and its facts for other services. */
@NullMarked
package com.lotview.auth.account.web;

import org.jspecify.annotations.NullMarked;
