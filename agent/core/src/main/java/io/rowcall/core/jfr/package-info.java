/**
 * Events of Java Flight Recorder, by reflection: its API is not in every Java that the agent runs
 * on.
 */
@NullMarked
package io.rowcall.core.jfr;

import org.jspecify.annotations.NullMarked;
