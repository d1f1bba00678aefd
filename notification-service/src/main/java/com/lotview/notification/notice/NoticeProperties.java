package com.lotview.notification.notice;

import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * When notices are mailed.
 *
 * @param mailDelay how long a notice waits for others before a mail is sent
 * @param mailPause least time between two mails to a person
 */
@Validated
@ConfigurationProperties("lotview.notices")
public record NoticeProperties(
    @NotNull @DefaultValue("1m") Duration mailDelay,
    @NotNull @DefaultValue("15m") Duration mailPause) {}
