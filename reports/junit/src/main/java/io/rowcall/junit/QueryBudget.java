package io.rowcall.junit;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Limits the queries of a test: JDBC executions of any kind. A batch counts as one. On a class it
 * applies to each test; on a test it replaces the one of the class.
 *
 * <p>Queries of {@code @BeforeEach} and {@code @AfterEach} are not counted.
 */
@Documented
@Inherited
@Target({ElementType.TYPE, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(RowcallExtension.class)
public @interface QueryBudget {
  /** Maximum number of queries; 0 for none. */
  int max();
}
