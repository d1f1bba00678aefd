package com.lotview.kit.web;

import com.lotview.kit.json.StorableTime;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import org.springframework.core.codec.ByteArrayDecoder;
import org.springframework.core.codec.ByteArrayEncoder;
import org.springframework.core.codec.ByteBufferEncoder;
import org.springframework.core.codec.CharSequenceEncoder;
import org.springframework.core.codec.DataBufferDecoder;
import org.springframework.core.codec.DataBufferEncoder;
import org.springframework.format.FormatterRegistry;
import org.springframework.http.MediaType;
import org.springframework.http.codec.ResourceHttpMessageWriter;
import org.springframework.http.codec.ServerCodecConfigurer;
import org.springframework.http.codec.json.JacksonJsonDecoder;
import org.springframework.http.codec.json.JacksonJsonEncoder;
import org.springframework.http.codec.multipart.PartEventHttpMessageReader;
import org.springframework.web.reactive.config.WebFluxConfigurer;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a handler reads and writes: JSON, and files in parts. By default, Spring accepts every
 * format whose library is on the class path, so a library of another service once opened all
 * endpoints to XML.
 */
public final class ApiConventions implements WebFluxConfigurer {
  /** Largest JSON body, in bytes; the gateway's limit is the same. */
  static final int MAX_JSON = 1 << 20;

  private final JsonMapper json;

  public ApiConventions(JsonMapper json) {
    this.json = json;
  }

  @Override
  public void configureHttpMessageCodecs(ServerCodecConfigurer codecs) {
    codecs.registerDefaults(false);
    JacksonJsonDecoder reader = new JacksonJsonDecoder(json, MediaType.APPLICATION_JSON);
    reader.setMaxInMemorySize(MAX_JSON);
    List.of(
            reader,
            new ByteArrayDecoder(),
            new DataBufferDecoder(),
            new PartEventHttpMessageReader(),
            new ByteArrayEncoder(),
            new ByteBufferEncoder(),
            new DataBufferEncoder(),
            new ResourceHttpMessageWriter(),
            CharSequenceEncoder.allMimeTypes(),
            new JacksonJsonEncoder(
                json, MediaType.APPLICATION_JSON, new MediaType("application", "*+json")))
        .forEach(codecs.customCodecs()::register);
  }

  @Override
  public void addFormatters(FormatterRegistry registry) {
    registry.addConverter(String.class, Instant.class, ApiConventions::time);
  }

  private static Instant time(String text) {
    Instant time = OffsetDateTime.parse(text).toInstant();
    if (!StorableTime.isStorable(time)) {
      throw new IllegalArgumentException("far off");
    }
    return time;
  }
}
