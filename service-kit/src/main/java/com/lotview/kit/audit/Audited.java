package com.lotview.kit.audit;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks what the audit trail keeps of a record: the annotated components, or all components if the
 * record itself is annotated. Anything without the annotation never reaches the trail. Components
 * that are audited records are opened, and their fields keep their names.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.RECORD_COMPONENT})
public @interface Audited {
  /** On a record: names of the components that are left out. */
  String[] except() default {};
}
