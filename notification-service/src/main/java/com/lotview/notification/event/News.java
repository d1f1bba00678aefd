package com.lotview.notification.event;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something to tell a dealership.
 *
 * @param event name of the event, as the product document's section 6 has it
 * @param vehicleId the vehicle concerned, for those who follow single vehicles; null if none
 * @param data becomes the frame's JSON object
 */
public record News(String event, @Nullable UUID vehicleId, Object data) {}
