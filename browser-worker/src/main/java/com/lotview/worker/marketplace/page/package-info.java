/** A page of the site: its content, its words as data, clicks and waits. Knows no vehicles. */
@NullMarked
package com.lotview.worker.marketplace.page;

import org.jspecify.annotations.NullMarked;
