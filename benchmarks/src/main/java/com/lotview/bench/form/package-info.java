/**
 * The proof of the form: real browsers of the worker fill mutated forms and meet every trouble of
 * the stand-in site, and the site's ledger shows the results.
 */
@NullMarked
package com.lotview.bench.form;

import org.jspecify.annotations.NullMarked;
