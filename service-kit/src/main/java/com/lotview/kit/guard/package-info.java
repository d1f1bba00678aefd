/** Calls that leave the process: a breaker and a bulkhead each, and one kind of refusal. */
@NullMarked
package com.lotview.kit.guard;

import org.jspecify.annotations.NullMarked;
