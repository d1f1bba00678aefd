package com.lotview.faults.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The table of places names existing methods of the worker. */
class PlaceTest {
  @ParameterizedTest
  @EnumSource
  void everyPlaceIsAMethodOfTheWorker(Place place) throws ClassNotFoundException {
    Class<?> type = Class.forName(place.type(), false, getClass().getClassLoader());

    assertThat(Arrays.stream(type.getDeclaredMethods()).map(java.lang.reflect.Method::getName))
        .as(place.toString())
        .contains(place.method());
  }

  @Test
  void everyStepHasAPlace() {
    assertThat(Place.oneForEachStep().stream().map(Place::step))
        .containsExactlyElementsOf(IntStream.rangeClosed(1, 14).boxed().toList());
  }
}
