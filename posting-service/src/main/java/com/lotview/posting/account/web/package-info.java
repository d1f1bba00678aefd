/** Accounts over HTTP: for people, and for the browser worker that needs the sealed session. */
@NullMarked
package com.lotview.posting.account.web;

import org.jspecify.annotations.NullMarked;
