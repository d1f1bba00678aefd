/** Tokens of people and of services, checked at every service. */
@NullMarked
package com.lotview.kit.security;

import org.jspecify.annotations.NullMarked;
