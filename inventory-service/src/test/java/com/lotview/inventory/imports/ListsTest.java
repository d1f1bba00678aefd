package com.lotview.inventory.imports;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Kind I: a list is understood before it is taken apart. */
class ListsTest {
  @Test
  void reportedEntities() {
    Look look = Look.atFile("14-entities-in-features.csv");

    assertThat(look.only().features())
        .containsExactly(
            "18\" Alloy Wheels", "Heated Seats & Steering Wheel", "Kelley's Bed Liner");
    assertThat(look.only().notes()).isEqualTo("Sold \"as is\" & serviced");
  }

  static Stream<Arguments> lists() {
    return Stream.of(
        Arguments.of("A &amp; B;C", List.of("A & B", "C")),
        Arguments.of("A &amp;amp; B|C", List.of("A & B", "C")),
        Arguments.of("18&#34; Wheels, Caf&eacute;", List.of("18\" Wheels", "Café")),
        Arguments.of("Seats, heated|Roof; glass", List.of("Seats, heated", "Roof; glass")),
        Arguments.of("3,500 lb towing, Hitch", List.of("3,500 lb towing", "Hitch")),
        Arguments.of("Package (Hitch, Brake), Roof", List.of("Package (Hitch, Brake)", "Roof")),
        Arguments.of("[\"A, b\",\"C \\\"d\\\"\"]", List.of("A, b", "C \"d\"")),
        Arguments.of("<ul><li>Roof</li><li>A &lt; B</li></ul>", List.of("Roof", "A < B")),
        Arguments.of("Roof<br>Hitch<br />Radio", List.of("Roof", "Hitch", "Radio")),
        Arguments.of("&lt;b&gt;Roof&lt;/b&gt;|Hitch", List.of("Roof", "Hitch")),
        Arguments.of("• Roof • Hitch", List.of("Roof", "Hitch")),
        Arguments.of("Uconnect&reg;|5&apos;7&Prime; box", List.of("Uconnect®", "5'7″ box")),
        Arguments.of("AT&T hotspot|R&B;Roof", List.of("AT&T hotspot", "R&B;Roof")),
        Arguments.of("Roof&nbsp;rack|Hitch", List.of("Roof rack", "Hitch")));
  }

  @ParameterizedTest
  @MethodSource("lists")
  void aListIsTakenApartAtItsOwnMark(String cell, List<String> features) {
    String quoted = "\"" + cell.replace("\"", "\"\"") + "\"";

    assertThat(
            Look.at("Stock\tYear\tMake\tModel\tFeatures\nA1\t2019\tFord\tF-150\t" + quoted + "\n")
                .only()
                .features())
        .isEqualTo(features);
  }
}
