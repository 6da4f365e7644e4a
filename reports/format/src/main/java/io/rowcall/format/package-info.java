/**
 * The report: model, JSON Schema and writer.
 *
 * <p>Model classes have public fields and write them in the order of the JSON. Their meaning and
 * units are documented in {@code rowcall-report-1.schema.json}. Unknown fields are preserved.
 *
 * <p>Java 8 and Jackson's streaming core only, because the agent ships it.
 */
@NullMarked
package io.rowcall.format;

import org.jspecify.annotations.NullMarked;
