/**
 * The fault matrix: a running system whose processes are killed and paused, whose disk fills and
 * whose site answers badly, each at an exact place of a posting's way; and a judge that reads the
 * site's ledger.
 */
@NullMarked
package com.lotview.faults;

import org.jspecify.annotations.NullMarked;
