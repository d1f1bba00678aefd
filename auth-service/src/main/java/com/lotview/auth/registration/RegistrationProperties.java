package com.lotview.auth.registration;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Registration.
 *
 * @param open whether anyone may register a dealership
 */
@ConfigurationProperties("lotview.registration")
public record RegistrationProperties(@DefaultValue("false") boolean open) {}
