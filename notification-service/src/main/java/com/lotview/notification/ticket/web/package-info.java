/** POST /v1/ws-tickets. */
@NullMarked
package com.lotview.notification.ticket.web;

import org.jspecify.annotations.NullMarked;
