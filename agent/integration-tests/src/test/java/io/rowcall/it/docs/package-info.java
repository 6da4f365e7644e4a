/**
 * Tests of the tests and docs: every instrumentation is covered, and the tables in {@code
 * agent/README.md} match the tests.
 */
package io.rowcall.it.docs;
