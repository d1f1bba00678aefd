package com.lotview.kit.openapi;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A rule of a field or parameter that code checks, for the API document. It checks nothing itself:
 * name the constant that the check uses. Fuzzing sends values beyond each rule and expects that
 * they are refused, so a rule without its check fails the build. Bean Validation's own annotations
 * need no second one.
 */
@Target({ElementType.FIELD, ElementType.RECORD_COMPONENT, ElementType.PARAMETER})
@Retention(RetentionPolicy.RUNTIME)
public @interface ApiField {
  /** Whether a request without it is refused. */
  boolean required() default false;

  /** Least value of a number. */
  long min() default Long.MIN_VALUE;

  /** Greatest value of a number. */
  long max() default Long.MAX_VALUE;

  /** Least length of a text, or of a list. */
  int minLength() default 0;

  /** Greatest length of a text, or of a list. */
  int maxLength() default Integer.MAX_VALUE;

  /** The values of a text that is one of a closed set. */
  String[] words() default {};

  /** The closed set, if an enum has it. */
  Class<? extends Enum<?>> wordsOf() default None.class;

  /** A format of JSON Schema or OpenAPI, for example {@code date}. */
  String format() default "";

  /** A value that is accepted. */
  String example() default "";

  /** No closed set. */
  enum None {}
}
