/**
 * ORMs and SQL mappers: N+1 findings at the right line, with parent and advice.
 *
 * <p>A new mapper extends {@link io.rowcall.it.orm.MapperContract}.
 */
package io.rowcall.it.orm;
