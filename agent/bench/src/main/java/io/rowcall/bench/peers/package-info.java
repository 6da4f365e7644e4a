/**
 * Rowcall beside other agents and JDBC wrappers: the same request, the same start of a Spring Boot
 * application, the same Hello World, one after the other in turns. The peers are downloaded from
 * Maven Central when the command runs, and are no part of Rowcall.
 */
@NullMarked
package io.rowcall.bench.peers;

import org.jspecify.annotations.NullMarked;
