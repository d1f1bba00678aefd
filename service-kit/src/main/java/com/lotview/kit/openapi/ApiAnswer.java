package com.lotview.kit.openapi;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** What a handler answers, where its signature has a wildcard: one of these. */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface ApiAnswer {
  Class<?>[] value();

  /** What is answered with 202 instead; void: nothing else. */
  Class<?> accepted() default void.class;
}
