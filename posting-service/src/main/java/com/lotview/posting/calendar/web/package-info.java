/** The calendar over HTTP. */
@NullMarked
package com.lotview.posting.calendar.web;

import org.jspecify.annotations.NullMarked;
