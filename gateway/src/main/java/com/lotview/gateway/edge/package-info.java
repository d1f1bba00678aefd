/**
 * What every request and answer meets first: which paths exist, whom a request came from, which web
 * origins may ask, and the headers that protect browsers.
 */
@NullMarked
package com.lotview.gateway.edge;

import org.jspecify.annotations.NullMarked;
