/**
 * Comparison with other agents and with JDBC wrappers: the same request, the same startup of a
 * Spring Boot application, the same idle program, interleaved. The command downloads the peers,
 * which are not part of Rowcall.
 */
@NullMarked
package io.rowcall.bench.peers;

import org.jspecify.annotations.NullMarked;
