/** Configuration, and the files that the agent writes: reports, request log, slow-query log. */
package io.rowcall.it.report;
