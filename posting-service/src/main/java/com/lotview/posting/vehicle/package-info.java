/** What this service needs to know of vehicles and dealerships, which belong to other services. */
@NullMarked
package com.lotview.posting.vehicle;

import org.jspecify.annotations.NullMarked;
