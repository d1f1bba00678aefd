/** HTTP of the feeds: the manager's side, and the addresses that need no login. */
@NullMarked
package com.lotview.inventory.feedout.web;

import org.jspecify.annotations.NullMarked;
