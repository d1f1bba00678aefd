/**
 * The fault matrix: a running system whose processes are killed and paused, whose disk fills and
 * whose site answers with faults, each at an exact place in a posting's course; and a judge that
 * reads the site's ledger.
 */
@NullMarked
package com.lotview.faults;

import org.jspecify.annotations.NullMarked;
