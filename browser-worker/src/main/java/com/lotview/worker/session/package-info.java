/**
 * The signed-in session of an account: opened for one job, sealed again afterwards. Only this
 * process can open it.
 */
@NullMarked
package com.lotview.worker.session;

import org.jspecify.annotations.NullMarked;
