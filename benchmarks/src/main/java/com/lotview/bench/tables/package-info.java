/**
 * The only SQL on the tables of services: figures that the API does not give, and rows by the
 * thousand.
 */
@NullMarked
package com.lotview.bench.tables;

import org.jspecify.annotations.NullMarked;
