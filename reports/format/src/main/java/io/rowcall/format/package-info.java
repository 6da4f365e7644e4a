/**
 * The report: model, JSON Schema, reader and writer.
 *
 * <p>Model classes have public fields in the order of the JSON and no behavior. Their meaning and
 * units are documented in {@code rowcall-report-1.schema.json}. Unknown fields are preserved.
 *
 * <p>Java 8 and Jackson only, because the agent ships it.
 */
@NullMarked
package io.rowcall.format;

import org.jspecify.annotations.NullMarked;
