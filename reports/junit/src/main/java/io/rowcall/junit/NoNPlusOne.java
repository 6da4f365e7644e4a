package io.rowcall.junit;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * No test may ask, or write, row by row: fails with each N+1 that is more than a suspicion.
 *
 * <p>It takes rows to show one: five repeats, or three for the three rows of an earlier query. With
 * one or two rows in the tables there is nothing to find.
 */
@Documented
@Inherited
@Target({ElementType.TYPE, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(RowcallExtension.class)
public @interface NoNPlusOne {}
