/**
 * Asks Claude for a text through the official SDK. The only package that leaves the process to get
 * one.
 */
@NullMarked
package com.lotview.listing.text.claude;

import org.jspecify.annotations.NullMarked;
