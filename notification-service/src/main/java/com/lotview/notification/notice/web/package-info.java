/** /v1/notices. */
@NullMarked
package com.lotview.notification.notice.web;

import org.jspecify.annotations.NullMarked;
