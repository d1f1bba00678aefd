/** HTTP: error responses, traces of requests, paging. Only for web packages, clients and wiring. */
@NullMarked
package com.lotview.kit.web;

import org.jspecify.annotations.NullMarked;
