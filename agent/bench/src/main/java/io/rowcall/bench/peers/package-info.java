/**
 * Comparison with other agents and with JDBC wrappers, interleaved. The command downloads the
 * peers, which are not part of Rowcall.
 */
@NullMarked
package io.rowcall.bench.peers;

import org.jspecify.annotations.NullMarked;
