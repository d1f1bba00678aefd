/** Notices of what a person must know or do: raised by events, kept until read. */
@NullMarked
package com.lotview.notification.notice;

import org.jspecify.annotations.NullMarked;
