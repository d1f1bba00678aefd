package com.lotview.kit.openapi;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** The types that a handler may answer with, where its signature has a wildcard. */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface ApiAnswer {
  Class<?>[] value();

  /** What is answered with 202 instead; void: nothing else. */
  Class<?> accepted() default void.class;
}
