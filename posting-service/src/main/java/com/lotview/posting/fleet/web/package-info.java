/** What workers tell and ask over HTTP. */
@NullMarked
package com.lotview.posting.fleet.web;

import org.jspecify.annotations.NullMarked;
