/** What people do with what a look found. */
@NullMarked
package com.lotview.posting.watch.web;

import org.jspecify.annotations.NullMarked;
