/**
 * The Maven plug-in: attaches the agent to the JVMs of tests, tells what they asked, and holds it
 * to a budget.
 *
 * <p><b>Loader:</b> the plug-in's realm. What the goals of several modules share lies in the
 * session, in types of the JDK, because each module may have a realm of its own.
 */
@NullMarked
package io.rowcall.maven;

import org.jspecify.annotations.NullMarked;
