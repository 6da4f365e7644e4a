/** Starts services with the agent, sends requests to them, and reads their reports. */
package io.rowcall.it.support;
