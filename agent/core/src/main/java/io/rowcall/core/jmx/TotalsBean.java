package io.rowcall.core.jmx;

import java.lang.management.ManagementFactory;
import javax.management.JMException;
import javax.management.ObjectName;
import javax.management.StandardMBean;

/** The totals of the current report as an MBean. Any thread. */
public final class TotalsBean implements TotalsMXBean {
  public static final String NAME = "io.rowcall:type=Totals";

  private final TotalsSource source;

  private TotalsBean(TotalsSource source) {
    this.source = source;
  }

  /**
   * Registers the bean with the platform's server.
   *
   * @throws JMException if the name is taken
   * @throws LinkageError if this JVM has no module java.management
   */
  public static void register(TotalsSource source) throws JMException {
    ManagementFactory.getPlatformMBeanServer()
        .registerMBean(
            new StandardMBean(new TotalsBean(source), TotalsMXBean.class, true),
            new ObjectName(NAME));
  }

  @Override
  public long getRequests() {
    return source.totals().requests;
  }

  @Override
  public long getErrors() {
    return source.totals().errors;
  }

  @Override
  public long getExecutions() {
    return source.totals().executions;
  }

  @Override
  public long getUnattributedExecutions() {
    return source.totals().unattributedExecutions;
  }

  @Override
  public long getLateExecutions() {
    return source.totals().lateExecutions;
  }

  @Override
  public long getExecutionErrors() {
    return source.totals().executionErrors;
  }

  @Override
  public double getDatabaseMillis() {
    return source.totals().databaseMillis;
  }

  @Override
  public long getRows() {
    return source.totals().rows;
  }

  @Override
  public long getFindings() {
    return source.totals().findings;
  }

  @Override
  public long getDroppedRequests() {
    return source.totals().droppedRequests;
  }

  @Override
  public long getSuppressedErrors() {
    return source.totals().suppressedErrors;
  }
}
