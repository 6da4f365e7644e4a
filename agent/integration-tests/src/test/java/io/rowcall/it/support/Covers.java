package io.rowcall.it.support;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Instrumentations that a test covers: it fails if one of them is missing. Names are those of the
 * classes, without the suffix {@code Instrumentation}.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface Covers {
  String[] value();
}
