/**
 * {@code ./lotview doctor}: what is wrong with a running system, and the cure; for the commands of
 * the standalone only.
 */
@NullMarked
package com.lotview.standalone.doctor;

import org.jspecify.annotations.NullMarked;
