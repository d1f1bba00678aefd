/**
 * The small layer over the JDK's HTTP server: requests, responses, routes, multipart bodies, JSON.
 */
@NullMarked
package com.lotview.sandbox.http;

import org.jspecify.annotations.NullMarked;
