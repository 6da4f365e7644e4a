/**
 * JUnit extension that checks the queries of tests. Each test is a request, counted by the agent,
 * which is attached on demand.
 *
 * <p><b>Loader:</b> the one of the tests. <b>May import:</b> the JDK, JUnit Jupiter's API since
 * 5.10, and byte-buddy-agent. The agent's entry class is called by reflection. The gate library is
 * not used, because its dependencies would end up on the class path of tests.
 */
@NullMarked
package io.rowcall.junit;

import org.jspecify.annotations.NullMarked;
