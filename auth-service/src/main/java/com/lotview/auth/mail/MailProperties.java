package com.lotview.auth.mail;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import java.net.URI;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How mails are sent; see the settings file.
 *
 * @param host of the mail server; empty: no mail server
 * @param folder where mails are stored instead; empty: none
 * @param publicUrl the address under which people reach LotView, for links
 */
@Validated
@ConfigurationProperties("lotview.mail")
public record MailProperties(
    @DefaultValue("") String host,
    @DefaultValue("587") @Min(1) @Max(65_535) int port,
    @DefaultValue("") String user,
    @DefaultValue("") String password,
    @DefaultValue("true") boolean startTls,
    @DefaultValue("LotView <lotview@localhost>") @NotBlank String from,
    @DefaultValue("") String folder,
    @DefaultValue("http://127.0.0.1:8080") URI publicUrl) {

  @Override
  public String toString() {
    return "MailProperties[host=" + host + ", port=" + port + ", folder=" + folder + "]";
  }
}
