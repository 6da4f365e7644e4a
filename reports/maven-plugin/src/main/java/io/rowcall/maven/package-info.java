/**
 * The Maven plug-in: attaches the agent to test JVMs, writes a report, and checks it against a
 * budget.
 *
 * <p><b>Loader:</b> the plug-in's realm. State shared by modules lives in the Maven session and
 * uses JDK types only, because each module may have its own realm.
 */
@NullMarked
package io.rowcall.maven;

import org.jspecify.annotations.NullMarked;
