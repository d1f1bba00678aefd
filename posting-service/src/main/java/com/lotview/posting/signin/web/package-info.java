/**
 * Sign-ins and their live view over HTTP: for people, for the gateway that opens views, and for the
 * worker that has the browser.
 */
@NullMarked
package com.lotview.posting.signin.web;

import org.jspecify.annotations.NullMarked;
