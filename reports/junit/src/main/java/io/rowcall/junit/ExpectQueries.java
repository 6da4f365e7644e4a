package io.rowcall.junit;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Exactly the queries that a test makes, by kind; of a kind that is not named, none. A batch is
 * one. On a class it holds for each of its tests; on a test it takes the place of the class's.
 */
@Documented
@Inherited
@Target({ElementType.TYPE, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(RowcallExtension.class)
public @interface ExpectQueries {
  /** As many as there are. */
  int ANY = -1;

  int select() default 0;

  int insert() default 0;

  int update() default 0;

  int delete() default 0;

  /** Everything else: MERGE, calls, DDL, and what libraries send on their own, as for sequences. */
  int other() default ANY;
}
