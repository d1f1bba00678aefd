/** Access tokens: signed with the one private key, checked by anyone with the published one. */
@NullMarked
package com.lotview.auth.token;

import org.jspecify.annotations.NullMarked;
