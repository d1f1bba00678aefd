/** The shape of errors, the trace of a request, and who calls. */
@NullMarked
package com.lotview.kit.web;

import org.jspecify.annotations.NullMarked;
