/** API keys, with which other systems call the API. */
@NullMarked
package com.lotview.auth.apikey;

import org.jspecify.annotations.NullMarked;
