package com.lotview.listing.generation.web;

import jakarta.validation.constraints.NotBlank;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/**
 * Addresses of the services that own the facts.
 *
 * @param inventoryUrl base address of the inventory service
 * @param authUrl base address of the auth service
 */
@Validated
@ConfigurationProperties("lotview.facts")
record FactsProperties(@NotBlank String inventoryUrl, @NotBlank String authUrl) {}
