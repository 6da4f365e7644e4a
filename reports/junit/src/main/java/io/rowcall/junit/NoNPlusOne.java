package io.rowcall.junit;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Fails a test with a likely or confirmed N+1, of queries or of writes.
 *
 * <p>An N+1 needs rows to show: five repeats, or three for the three rows of an earlier query. With
 * one or two rows in the tables there is nothing to find.
 */
@Documented
@Inherited
@Target({ElementType.TYPE, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(RowcallExtension.class)
public @interface NoNPlusOne {}
