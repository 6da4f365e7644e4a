/**
 * Tests of the tests and docs: every instrumentation is covered, and the tables in {@code
 * agent/docs} match the tests.
 */
package io.rowcall.it.docs;
