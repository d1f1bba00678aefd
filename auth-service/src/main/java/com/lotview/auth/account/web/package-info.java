/** What other services may ask about a dealership. */
@NullMarked
package com.lotview.auth.account.web;

import org.jspecify.annotations.NullMarked;
