package io.rowcall.junit;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Expects the exact number of queries of a test, by kind; kinds that are not set must not occur. A
 * batch counts as one. On a class it applies to each test; on a test it replaces the one of the
 * class.
 */
@Documented
@Inherited
@Target({ElementType.TYPE, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(RowcallExtension.class)
public @interface ExpectQueries {
  /** Any number. */
  int ANY = -1;

  int select() default 0;

  int insert() default 0;

  int update() default 0;

  int delete() default 0;

  /** All other kinds: MERGE, calls, DDL, and statements of libraries such as for sequences. */
  int other() default ANY;
}
