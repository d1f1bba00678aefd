package com.lotview.kit.openapi;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** The record that describes a body which a handler reads as a tree or in parts. */
@Target(ElementType.PARAMETER)
@Retention(RetentionPolicy.RUNTIME)
public @interface ApiBody {
  Class<? extends Record> value();

  /** Whether the body says only what differs, so that nothing of it is required. */
  boolean partial() default false;
}
