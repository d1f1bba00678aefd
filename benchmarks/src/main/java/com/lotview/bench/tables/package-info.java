/**
 * The only SQL on the tables of services: what a measurement reads there and cannot get by the API,
 * and rows by the thousand.
 */
@NullMarked
package com.lotview.bench.tables;

import org.jspecify.annotations.NullMarked;
