/** The requests the pages themselves send: the GraphQL door, picture upload, presence. */
@NullMarked
package com.lotview.sandbox.api;

import org.jspecify.annotations.NullMarked;
