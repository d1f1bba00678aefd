package com.lotview.kit.audit;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Says what the audit trail keeps of a record: the components that carry it, or, on the record
 * itself, all of them. What does not carry it never reaches the trail. Components that are audited
 * records are opened, and their fields keep their names.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.RECORD_COMPONENT})
public @interface Audited {
  /** On a record: names of the components that are left out. */
  String[] except() default {};
}
