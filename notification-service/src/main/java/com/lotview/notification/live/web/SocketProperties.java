package com.lotview.notification.live.web;

import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Timing of sockets and of the event log.
 *
 * @param heartbeatInterval time between pings; a socket is closed after three pings without an
 *     answer
 * @param pollInterval how often to poll the event log when nothing wakes it
 * @param retention how long events can be replayed
 */
@Validated
@ConfigurationProperties("lotview.events")
public record SocketProperties(
    @NotNull @DefaultValue("20s") Duration heartbeatInterval,
    @NotNull @DefaultValue("3s") Duration pollInterval,
    @NotNull @DefaultValue("7d") Duration retention) {}
