/**
 * The report as one self-contained HTML page. Depends on the JDK alone, because the agent ships it.
 */
@NullMarked
package io.rowcall.page;

import org.jspecify.annotations.NullMarked;
