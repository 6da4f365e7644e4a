/**
 * Service under measurement, each run of it in its own JVM: a servlet that queries a database
 * through HikariCP, called in process with stub requests and responses. Agents see an ordinary
 * application.
 */
@NullMarked
package io.rowcall.bench.trial;

import org.jspecify.annotations.NullMarked;
