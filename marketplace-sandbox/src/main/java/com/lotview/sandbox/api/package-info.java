/** The requests the pages themselves send: the GraphQL endpoint, picture upload, presence. */
@NullMarked
package com.lotview.sandbox.api;

import org.jspecify.annotations.NullMarked;
