/** Routes of API keys. */
@NullMarked
package com.lotview.auth.apikey.web;

import org.jspecify.annotations.NullMarked;
