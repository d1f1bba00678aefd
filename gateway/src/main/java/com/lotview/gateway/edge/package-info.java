/**
 * The first checks of every request and answer: which paths exist, where a request came from, which
 * web origins may call the API, and the headers that protect browsers.
 */
@NullMarked
package com.lotview.gateway.edge;

import org.jspecify.annotations.NullMarked;
