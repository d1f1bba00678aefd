/** A session is sealed in its owner's browser and delivered; this service never sees it open. */
@NullMarked
package com.lotview.posting.account.sealing;

import org.jspecify.annotations.NullMarked;
