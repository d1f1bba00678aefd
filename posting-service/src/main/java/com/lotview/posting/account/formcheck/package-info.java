/**
 * Form checks: orders, handles and keeps comparisons of an account's form with its map. Uses
 * accounts; postings read its makes.
 */
@NullMarked
package com.lotview.posting.account.formcheck;

import org.jspecify.annotations.NullMarked;
