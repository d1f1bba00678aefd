/** Access tokens: signed with one private key, checked by anyone with the published ones. */
@NullMarked
package com.lotview.auth.token;

import org.jspecify.annotations.NullMarked;
