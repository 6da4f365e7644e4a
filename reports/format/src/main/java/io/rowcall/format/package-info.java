/**
 * The report as a model, its JSON Schema, its reader and its writer.
 *
 * <p>Model classes carry public fields in the order of the JSON, because they are nothing but that:
 * what they mean, and in which unit, stands in {@code rowcall-report-1.schema.json}. Fields that a
 * reader does not know are kept and written again.
 *
 * <p>Java 8, Jackson, nothing else: the agent ships it, and every tool reads with it.
 */
@NullMarked
package io.rowcall.format;

import org.jspecify.annotations.NullMarked;
