/** Units of work that are no HTTP request: jobs, consumers of messages, configured methods. */
package io.rowcall.it.job;
