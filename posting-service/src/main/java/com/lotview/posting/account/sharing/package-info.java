/** What people decide of a connected account: its label, and who may post through it. */
@NullMarked
package com.lotview.posting.account.sharing;

import org.jspecify.annotations.NullMarked;
