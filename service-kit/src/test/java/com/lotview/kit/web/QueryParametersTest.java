package com.lotview.kit.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.http.HttpMethod;
import org.springframework.mock.http.server.reactive.MockServerHttpRequest;
import org.springframework.mock.web.server.MockServerWebExchange;

class QueryParametersTest {
  private static final Set<String> NAMES = Set.of("id", "at", "page", "mine", "sort", "c", "q");

  enum Colour {
    RED,
    BLUE
  }

  @Test
  void whatWasSentIsRead() {
    UUID id = UUID.randomUUID();
    QueryParameters sent =
        of("id=" + id + "&at=2026-12-01T09:00:00-07:00&page=3&mine=true&sort=-b&c=RED,BLUE&q=%20x");
    assertThat(sent.uuid("id")).isEqualTo(id);
    assertThat(sent.instant("at")).isEqualTo(Instant.parse("2026-12-01T16:00:00Z"));
    assertThat(sent.number("page", 9, 1)).isEqualTo(3);
    assertThat(sent.flag("mine")).isTrue();
    assertThat(sent.oneOf("sort", List.of("a", "-b"), Function.identity(), "a")).isEqualTo("-b");
    assertThat(sent.words("c", Colour.class)).containsExactly(Colour.RED, Colour.BLUE);
    assertThat(sent.text("q", 10)).isEqualTo("x");
  }

  @Test
  void whatWasNotSentIsNothing() {
    QueryParameters sent = of("id=&q=%20");
    assertThat(sent.uuid("id")).isNull();
    assertThat(sent.text("q", 10)).isNull();
    assertThat(sent.instant("at")).isNull();
    assertThat(sent.number("page", 9, 7)).isEqualTo(7);
    assertThat(sent.flag("mine")).isFalse();
    assertThat(sent.oneOf("sort", List.of("a"), Function.identity(), "a")).isEqualTo("a");
    assertThat(sent.words("c", Colour.class)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "id=1|id: must be a UUID",
        "id=a&id=b|id: is there twice",
        "at=2026-12-01|at: must be a time with its offset, such as 2026-12-01T09:00:00-07:00",
        "at=%2B999999999-01-01T00:00:00Z|at: must be a time from 1900 to 2199",
        "page=0|page: must be 1 to 9",
        "page=x|page: must be 1 to 9",
        "mine=1|mine: must be true or false",
        "sort=c|sort: must be one of a, b",
        "c=GREEN|c: must be one of RED, BLUE",
        "c=|c: must not be empty",
        "q=12345|q: must have at most 4 characters",
        "pgae=1|pgae: is not a known parameter"
      })
  void whatIsWrongIsRefusedByName(String query, String problem) {
    Consumer<QueryParameters> reading =
        sent -> {
          sent.uuid("id");
          sent.instant("at");
          sent.number("page", 9, 1);
          sent.flag("mine");
          sent.oneOf("sort", List.of("a", "b"), Function.identity(), "a");
          sent.words("c", Colour.class);
          sent.text("q", 4);
        };
    assertThatThrownBy(() -> reading.accept(of(query))).hasMessage(problem);
  }

  private static QueryParameters of(String query) {
    return QueryParameters.of(
        MockServerWebExchange.from(
            MockServerHttpRequest.method(HttpMethod.GET, URI.create("/v1/things?" + query))),
        NAMES);
  }
}
