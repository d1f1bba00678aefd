/**
 * The whole system on one machine: embedded servers, every service in this process, browser workers
 * as processes of their own. Each service is the same code that runs alone.
 */
@NullMarked
package com.lotview.standalone;

import org.jspecify.annotations.NullMarked;
