/**
 * The browsers that jobs wait for: how many there are, how fast they work, who stands where in
 * line, and which jobs a worker may begin.
 */
@NullMarked
package com.lotview.posting.fleet;

import org.jspecify.annotations.NullMarked;
