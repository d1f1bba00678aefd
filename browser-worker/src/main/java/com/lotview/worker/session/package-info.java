/**
 * Sessions of accounts: opened for one job, sealed again afterwards. Only this process can open
 * them.
 */
@NullMarked
package com.lotview.worker.session;

import org.jspecify.annotations.NullMarked;
