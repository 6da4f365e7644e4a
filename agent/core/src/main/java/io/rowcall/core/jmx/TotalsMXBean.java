package io.rowcall.core.jmx;

/** The totals of the JVM, since it started. Counts are exact; times are in milliseconds. */
public interface TotalsMXBean {
  long getRequests();

  long getErrors();

  long getExecutions();

  long getUnattributedExecutions();

  long getLateExecutions();

  long getExecutionErrors();

  double getDatabaseMillis();

  long getRows();

  long getFindings();

  long getDroppedRequests();

  long getSuppressedErrors();
}
