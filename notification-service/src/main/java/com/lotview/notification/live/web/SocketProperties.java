package com.lotview.notification.live.web;

import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How sockets are kept.
 *
 * @param heartbeat time between pings; a socket that shows no sign of life for three of them is
 *     closed, a client too slow to take its frames included
 * @param look how often the log is looked at without a wake-up call
 * @param keep how long events can be replayed
 */
@Validated
@ConfigurationProperties("lotview.events")
public record SocketProperties(
    @NotNull @DefaultValue("20s") Duration heartbeat,
    @NotNull @DefaultValue("3s") Duration look,
    @NotNull @DefaultValue("7d") Duration keep) {}
