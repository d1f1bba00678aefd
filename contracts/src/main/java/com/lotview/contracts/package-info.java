/**
 * What crosses a process border, as names and numbers: topics, event types, error codes, roles and
 * permissions. The bodies of events are the JSON schemas under {@code contracts/events}; each
 * service maps them to records of its own.
 */
@NullMarked
package com.lotview.contracts;

import org.jspecify.annotations.NullMarked;
