/**
 * Signing in, staying signed in, signing out. A login opens a family of refresh tokens; each
 * refresh rotates within it, and reuse of an old one ends the whole family.
 */
@NullMarked
package com.lotview.auth.session;

import org.jspecify.annotations.NullMarked;
