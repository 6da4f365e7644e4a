/**
 * Holds tests to their queries: each test is a request of its own, and the agent, attached when it
 * is needed, counts it.
 *
 * <p><b>Loader:</b> the tests' own. <b>May import:</b> the JDK, JUnit Jupiter's API since 5.10, and
 * byte-buddy-agent; of Rowcall's agent, its entry by reflection.
 */
@NullMarked
package io.rowcall.junit;

import org.jspecify.annotations.NullMarked;
