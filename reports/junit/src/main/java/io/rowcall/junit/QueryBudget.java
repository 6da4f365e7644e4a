package io.rowcall.junit;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * The most queries that a test may make: executions in JDBC, whatever their kind. A batch is one.
 * On a class it holds for each of its tests; on a test it takes the place of the class's.
 *
 * <p>What {@code @BeforeEach} and {@code @AfterEach} do is not counted.
 */
@Documented
@Inherited
@Target({ElementType.TYPE, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(RowcallExtension.class)
public @interface QueryBudget {
  /** How many queries are allowed; 0 for none at all. */
  int max();
}
