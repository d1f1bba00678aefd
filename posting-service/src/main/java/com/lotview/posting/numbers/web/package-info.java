/** Numbers over HTTP. */
@NullMarked
package com.lotview.posting.numbers.web;

import org.jspecify.annotations.NullMarked;
